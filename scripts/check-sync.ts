import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Compares the hash of the document, bundled anew, with the one that every built layer carries. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** The `documentHash` that a built module exports. */
async function exportedHash(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(join(root, file)).href)) as { documentHash?: unknown };
  return module.documentHash;
}

/** The hash that a page names. */
async function pageHash(app: string): Promise<string | undefined> {
  const page = await readFile(join(root, 'apps', app, 'dist/index.html'), 'utf8');
  return /<meta name="vpcep-document-sha256" content="([0-9a-f]{64})"/.exec(page)?.[1];
}

/** The hash that the reference names, provided that the documents beside it have just that hash. */
async function referenceHash(): Promise<string | undefined> {
  const named = await pageHash('docs');
  // The package may not be built yet.
  const { laterStates } = await import('@vpcep/openapi/documents');
  const hash = createHash('sha256');
  for (const name of ['openapi.json', ...laterStates.map((state) => `openapi.${state}.json`)]) {
    hash.update(await readFile(join(root, 'apps/docs/dist', name)));
  }
  return named === hash.digest('hex') ? named : undefined;
}

function documentHash(): string {
  const print = [...process.execArgv, join(root, 'openapi/build/print-hash.ts')];
  return execFileSync(process.execPath, print, { encoding: 'utf8' });
}

const layers: [name: string, hash: () => Promise<unknown>][] = [
  ['@vpcep/openapi', () => exportedHash('openapi/dist/index.js')],
  ['@vpcep/types', () => exportedHash('packages/types/dist/index.js')],
  ['@vpcep/client', () => exportedHash('packages/client/dist/index.js')],
  ['@vpcep/mock', () => exportedHash('packages/mock/dist/index.js')],
  ['@vpcep/docs', referenceHash],
  ['@vpcep/console', () => pageHash('console')],
];

const expected = documentHash();
for (const [name, read] of layers) {
  const remedy = `run "npm run build -- --filter=${name}"`;
  let found: unknown;
  try {
    found = await read();
  } catch (error) {
    process.stderr.write(
      `${name} is not built (${error instanceof Error ? error.message : String(error)}): ${remedy}\n`,
    );
    process.exitCode = 1;
    continue;
  }
  if (found === expected) continue;
  process.stderr.write(`${name} was built from another document (${String(found)}, not ${expected}): ${remedy}\n`);
  process.exitCode = 1;
}
if (process.exitCode === undefined)
  process.stdout.write(`All ${layers.length} layers come from document ${expected}.\n`);
