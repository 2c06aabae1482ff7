import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledDocuments, hashOf } from './bundle/documents.js';
import { bundleFile, chineseOverlay, overlays } from './bundle/files.js';
import { sourcesOfPaths } from './bundle/sources.js';
import { redocly } from './tools/redocly.js';
import { openapiFolder } from './tools/run.js';

/** Writes the bundles in all their forms, and the module that names their hash. */
const out = join(openapiFolder, 'dist');
await rm(out, { recursive: true, force: true });
await mkdir(out);

const documents = await bundledDocuments();
for (const { asOf, text } of documents) {
  const json = bundleFile(asOf);
  await writeFile(json, text);
  const translations = [chineseOverlay, ...(asOf === undefined ? [] : [overlays(asOf)['zh-CN']])];
  redocly([
    'bundle',
    json,
    ...translations.flatMap((overlay) => ['--overlay', overlay]),
    '--output',
    bundleFile(asOf, 'zh-CN'),
  ]);
}
redocly(['bundle', bundleFile(undefined), '--output', join(out, 'openapi.yaml')]);

await writeFile(join(out, 'sources.json'), `${JSON.stringify(sourcesOfPaths(), undefined, 2)}\n`);
await writeFile(join(out, 'index.js'), `export const documentHash = '${hashOf(documents)}';\n`);
await writeFile(
  join(out, 'index.d.ts'),
  `/**
 * SHA-256 of the document in all states of the API, that is of \`openapi.json\` followed by ${documents
   .slice(1)
   .map(({ asOf }) => `\`openapi.${String(asOf)}.json\``)
   .join(' and ')}, in
 * hexadecimal. Every layer built from the document carries the same.
 */
export declare const documentHash: string;
`,
);
