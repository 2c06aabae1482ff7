import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { overlayFile, readTranslations } from './overlay.js';
import { openapiFolder, redocly } from './redocly.js';
import { findings } from './translations.js';

// The tree is what we write, the bundles are what others read: all must be without findings.
for (const api of ['tree', 'bundle-json', 'bundle-yaml', 'bundle-zh-CN']) process.stdout.write(redocly(['lint', api]));

const document = JSON.parse(await readFile(join(openapiFolder, 'dist/openapi.json'), 'utf8')) as object;
for (const finding of findings(document, readTranslations(overlayFile))) {
  process.stderr.write(`${finding}\n`);
  process.exitCode = 1;
}
if (process.exitCode === 1)
  process.stderr.write('"npm run translations -w openapi" prints what is to be translated.\n');
