import { englishBundle } from './english-bundle.js';
import { overlayFile, readTranslations } from './overlay.js';
import { redocly } from './redocly.js';
import { spectral } from './spectral.js';
import { findings } from './translations.js';
import { workflows } from './workflows.js';

// The tree is what we write, the bundles are what others read: all must be without findings.
const documents = ['openapi.yaml', 'dist/openapi.json', 'dist/openapi.yaml', 'dist/openapi.zh-CN.json'];
process.stdout.write(redocly(['lint', ...documents, ...workflows(), '--lint-config', 'error']));
process.stdout.write(spectral(documents));

for (const finding of findings(englishBundle(), readTranslations(overlayFile))) {
  process.stderr.write(`${finding}\n`);
  process.exitCode = 1;
}
if (process.exitCode === 1)
  process.stderr.write('"npm run translations -w openapi" prints what is to be translated.\n');
