import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openapiFolder } from './tools/run.js';

/** Writes the error catalogue as JSON beside the bundles, so that its readers need no YAML parser. */
const catalogue: unknown = parse(await readFile(join(openapiFolder, 'errors.yaml'), 'utf8'));
await writeFile(join(openapiFolder, 'dist/errors.json'), `${JSON.stringify(catalogue, undefined, 2)}\n`);
