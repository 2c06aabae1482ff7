import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapiFolder } from '../tools/run.js';

/** The bundle in English, as it was built last: what the Chinese edition translates. */
export function englishBundle(): object {
  return JSON.parse(readFileSync(join(openapiFolder, 'dist/openapi.json'), 'utf8')) as object;
}
