import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Document } from '../src/reader.js';
import { catalogueFindings, contractFindings, type ErrorCatalogue } from './lint/contract-findings.js';
import { englishBundle } from './bundle/english-bundle.js';
import { overlayFile, readTranslations } from './translations/overlay.js';
import { redocly } from './tools/redocly.js';
import { openapiFolder, ToolError } from './tools/run.js';
import { spectral } from './tools/spectral.js';
import { findings } from './translations/translations.js';
import { workflows } from './workflows.js';

// The tree is what we write, the bundles are what others read: all must be without findings.
const documents = ['openapi.yaml', 'dist/openapi.json', 'dist/openapi.yaml', 'dist/openapi.zh-CN.json'];
report(() => redocly(['lint', ...documents, ...workflows(), '--lint-config', 'error']));
report(() => spectral(documents));

const readYaml = async (file: string): Promise<unknown> => parse(await readFile(join(openapiFolder, file), 'utf8'));
const bundle = englishBundle() as Document;
const catalogue = (await readYaml('errors.yaml')) as ErrorCatalogue;
const schema = (await readYaml('vocabulary/error-catalogue.yaml')) as SchemaObject;
for (const finding of [...catalogueFindings(bundle, catalogue, schema), ...contractFindings(bundle, catalogue)]) {
  process.stderr.write(`${finding}\n`);
  process.exitCode = 1;
}

const untranslated = findings(bundle, readTranslations(overlayFile));
for (const finding of untranslated) {
  process.stderr.write(`${finding}\n`);
  process.exitCode = 1;
}
if (untranslated.length > 0)
  process.stderr.write('"npm run translations -w openapi" prints what is to be translated.\n');

/** Prints what a linter says. What it finds keeps no other linter from looking. */
function report(lint: () => string): void {
  try {
    process.stdout.write(lint());
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
