import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledDocument } from './bundle/bundled-document.js';
import { hashOf } from './bundle/document-hash.js';
import { redocly } from './tools/redocly.js';
import { openapiFolder } from './tools/run.js';

/** Writes the bundle in all its forms, and the module that names its hash. */
const out = join(openapiFolder, 'dist');
await rm(out, { recursive: true, force: true });
await mkdir(out);

const document = await bundledDocument();
const json = join(out, 'openapi.json');
await writeFile(json, document);
redocly(['bundle', json, '--output', join(out, 'openapi.yaml')]);
redocly(['bundle', json, '--overlay', 'overlays/zh-CN.yaml', '--output', join(out, 'openapi.zh-CN.json')]);

await writeFile(join(out, 'index.js'), `export const documentHash = '${hashOf(document)}';\n`);
await writeFile(
  join(out, 'index.d.ts'),
  '/** SHA-256 of `openapi.json`, in hexadecimal. Every layer built from the document carries the same. */\nexport declare const documentHash: string;\n',
);
