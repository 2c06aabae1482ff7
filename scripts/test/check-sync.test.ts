import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from '../clone.js';

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  for (const workspace of workspaces()) {
    const built = join(root, workspace, 'dist');
    if (existsSync(built)) cpSync(built, join(clone.folder, workspace, 'dist'), { recursive: true });
  }
});
afterAll(() => {
  clone.remove();
});

function checkSync() {
  const tsx = join(clone.folder, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'scripts/check-sync.ts'], {
    cwd: clone.folder,
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.split('\n').filter(Boolean) };
}

/** What the check says while files have another content. */
function checkSyncWith(changes: Record<string, (content: string) => string>) {
  const before = Object.keys(changes).map((file) => [join(clone.folder, file), read(file)] as const);
  for (const [file, change] of Object.entries(changes)) writeFileSync(join(clone.folder, file), change(read(file)));
  const checked = checkSync();
  for (const [path, content] of before) writeFileSync(path, content);
  return checked;
}
const read = (file: string) => readFileSync(join(clone.folder, file), 'utf8');
const builtHash = () => /[0-9a-f]{64}/.exec(read('openapi/dist/index.js'))?.[0] ?? '';
const remedy = (layer: string) => `run "npm run build -- --filter=${layer}"`;
const layers = ['openapi', 'types', 'client', 'mock', 'docs', 'console'].map((name) => `@vpcep/${name}`);

test('layers that were built from the document are in sync', () => {
  expect(checkSync()).toEqual({
    status: 0,
    stdout: `All ${layers.length} layers come from document ${builtHash()}.\n`,
    lines: [],
  });
});

test('a changed document is out of sync with every layer, and each is told how to mend it', () => {
  const { status, lines } = checkSyncWith({
    'openapi/components/schemas/Protocol.yaml': (schema) => `${schema}title: Protocol\n`,
  });
  expect(status).toBe(1);
  const [, hash = ''] = /, not ([0-9a-f]{64})\)/.exec(lines[0] ?? '') ?? [];
  expect(hash).not.toBe(builtHash());
  expect(lines).toEqual(
    layers.map((layer) => `${layer} was built from another document (${builtHash()}, not ${hash}): ${remedy(layer)}`),
  );
});

test('a layer that differs or is not built is named, and what is wrong with it, and no other is', () => {
  const expected = builtHash();
  const another = (digit: string) => (built: string) => built.replaceAll(expected, digit.repeat(64));
  const built = join(clone.folder, 'packages/types/dist');
  renameSync(built, `${built}-away`);
  const { status, lines } = checkSyncWith({
    'packages/client/dist/index.js': another('a'),
    'packages/mock/dist/mock.js': another('b'),
    // The document beside the page is no longer the one that the page names.
    'apps/docs/dist/index.html': another('c'),
    'apps/console/dist/index.html': another('d'),
  });
  renameSync(`${built}-away`, built);
  expect(status).toBe(1);
  const differs = (layer: string, hash: string) =>
    `${layer} was built from another document (${hash}, not ${expected}): ${remedy(layer)}`;
  expect(lines).toEqual([
    expect.stringMatching(/^@vpcep\/types is not built \(.+\): run "npm run build -- --filter=@vpcep\/types"$/),
    differs('@vpcep/client', 'a'.repeat(64)),
    differs('@vpcep/mock', 'b'.repeat(64)),
    differs('@vpcep/docs', 'undefined'),
    differs('@vpcep/console', 'd'.repeat(64)),
  ]);
});
