import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { SchemaObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Document } from '../src/reader.js';
import { catalogueFindings, contractFindings, type ErrorCatalogue } from './lint/contract-findings.js';
import { transitionFindings } from './lint/transition-findings.js';
import { laterStates } from '../src/later-states.js';
import { bundleFile, overlays, readBundle } from './bundle/files.js';
import { chineseEditions } from './translations/edition.js';
import { readTranslations } from './translations/overlay.js';
import { redocly } from './tools/redocly.js';
import { openapiFolder, ToolError } from './tools/run.js';
import { spectral } from './tools/spectral.js';
import { findings } from './translations/translations.js';
import { workflows } from './workflows.js';

// The tree is what we write, the bundles are what others read: all must be without findings.
const states = [undefined, ...laterStates];
const bundles = states.flatMap((asOf) => [bundleFile(asOf), bundleFile(asOf, 'zh-CN')]);
const documents = ['openapi.yaml', 'dist/openapi.yaml', ...bundles.map((file) => relative(openapiFolder, file))];
const widening = laterStates.map((asOf) => relative(openapiFolder, overlays(asOf).en));
report(() => redocly(['lint', ...documents, ...workflows(), ...widening, '--lint-config', 'error']));
report(() => spectral(documents));

const readYaml = async (file: string): Promise<unknown> => parse(await readFile(join(openapiFolder, file), 'utf8'));
const catalogue = (await readYaml('errors.yaml')) as ErrorCatalogue;
const schema = (await readYaml('vocabulary/error-catalogue.yaml')) as SchemaObject;
const contract = states.flatMap((asOf) => {
  const bundle = readBundle(asOf) as Document;
  return [
    ...catalogueFindings(bundle, catalogue, schema),
    ...contractFindings(bundle, catalogue),
    ...transitionFindings(bundle),
  ];
});
for (const finding of new Set(contract)) {
  process.stderr.write(`${finding}\n`);
  process.exitCode = 1;
}

const untranslated = chineseEditions().flatMap(({ overlay, texts }) => findings(texts, readTranslations(overlay)));
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
