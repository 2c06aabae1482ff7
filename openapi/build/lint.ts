import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { redocly } from './redocly.js';
import { openapiFolder } from './run.js';
import { spectral } from './spectral.js';
import { spelling } from './spelling.js';

// The tree is what we write, the bundles are what others read: both must be without findings.
const documents = ['openapi.yaml', 'dist/openapi.json', 'dist/openapi.yaml', 'dist/openapi.zh-CN.json'].filter((file) =>
  existsSync(join(openapiFolder, file)),
);
for (const document of documents) process.stdout.write(redocly(['lint', document, '--lint-config', 'error']));
process.stdout.write(spectral(documents));
process.stdout.write(spelling());
