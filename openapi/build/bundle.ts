import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { flatten, type FlattenedDocument } from './flatten.js';
import { redocly } from './redocly.js';
import { openapiFolder } from './run.js';

/** Bundles the tree of files into self-contained documents, and writes the module that names their hash. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out === undefined ? join(openapiFolder, 'dist') : resolve(values.out);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const json = join(out, 'openapi.json');
redocly(['bundle', 'openapi.yaml', '--output', json]);
const bundled = JSON.parse(await readFile(json, 'utf8')) as FlattenedDocument;
await writeFile(json, `${JSON.stringify(flatten(bundled), undefined, 2)}\n`);
redocly(['bundle', json, '--output', join(out, 'openapi.yaml')]);
redocly(['bundle', json, '--overlay', 'overlays/zh-CN.yaml', '--output', join(out, 'openapi.zh-CN.json')]);

const hash = createHash('sha256')
  .update(await readFile(join(out, 'openapi.json')))
  .digest('hex');
await writeFile(join(out, 'index.js'), `export const documentHash = '${hash}';\n`);
await writeFile(
  join(out, 'index.d.ts'),
  '/** SHA-256 of `openapi.json`, in hexadecimal. Every layer built from the document carries the same. */\nexport declare const documentHash: string;\n',
);
