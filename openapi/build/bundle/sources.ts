import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openapiFolder } from '../tools/run.js';

/** The file that each path of the document is written in, seen from the folder of the document. */
export function sourcesOfPaths(): Record<string, string> {
  const { paths } = parse(readFileSync(join(openapiFolder, 'openapi.yaml'), 'utf8')) as {
    paths: Record<string, { $ref: string }>;
  };
  return Object.fromEntries(Object.entries(paths).map(([path, { $ref }]) => [path, $ref]));
}
