import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openapiFolder } from './tools/run.js';

/** The files that describe workflows, as paths in the document's folder. */
export function workflows(): string[] {
  return readdirSync(join(openapiFolder, 'workflows'))
    .filter((name) => name.endsWith('.arazzo.yaml'))
    .map((name) => join('workflows', name));
}
