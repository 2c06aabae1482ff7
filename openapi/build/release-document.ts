import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Document } from '../src/reader.js';
import { bundledDocuments, textOf } from './bundle/documents.js';
import { checkBreaking } from './breaking/check-breaking.js';
import { operationChanges } from './breaking/operation-changes.js';
import { released, releasedFile, versionOf } from './breaking/released.js';
import { openapiFolder } from './tools/run.js';

/**
 * Makes the present document the released one, under a new version, and prints as JSON which operations differ from the
 * one released before. Changes nothing, and fails, when the version does not allow for what breaks callers.
 */
const { version } = parseArgs({ options: { version: { type: 'string' } } }).values;
if (version === undefined) throw new Error('say which version it gets: --version 1.2.3');
const tree = join(openapiFolder, 'openapi.yaml');
const yaml = readFileSync(tree, 'utf8');
const line = /^( {2}version: ).+$/gm;
if (yaml.match(line)?.length !== 1) throw new Error('openapi.yaml has no line, or several, that state its version');

const folder = mkdtempSync(join(tmpdir(), 'vpcep-released-'));
try {
  const documents = (await bundledDocuments()).map(({ asOf, text }) => {
    const file = join(folder, basename(releasedFile(asOf)));
    writeFileSync(file, text);
    return { asOf, file, before: released(asOf), present: read(file) };
  });
  const allowed = documents.map(({ before, file }) =>
    checkBreaking(before, file, { released: versionOf(before), next: version }),
  );
  const [first] = documents;
  if (first !== undefined && !allowed.includes(false)) {
    process.stdout.write(JSON.stringify(operationChanges(read(first.before), first.present)));
    writeFileSync(tree, yaml.replace(line, `$1${version}`));
    for (const { asOf, present } of documents) {
      writeFileSync(releasedFile(asOf), textOf({ ...present, info: { ...present.info, version } }));
    }
  } else {
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

function read(file: string): Document {
  return JSON.parse(readFileSync(file, 'utf8')) as Document;
}
