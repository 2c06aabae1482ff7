import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { load } from 'js-yaml';

const require = createRequire(import.meta.url);
const home = new URL('vocabulary/', pathToFileURL(require.resolve('@vpcep/openapi/package.json')));

/** The document's own words by which requests are held against it, each with its schema. */
export const vocabulary = Object.fromEntries(
  ['x-rules', 'x-error-code'].map((word) => [word, load(readFileSync(new URL(`${word}.yaml`, home), 'utf8'))]),
);
