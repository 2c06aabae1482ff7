import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapiFolder } from '../tools/run.js';

/** The bundle as it was last released. */
export const released = join(openapiFolder, 'released/openapi.json');

/** The version that a bundle states. */
export const versionOf = (file: string): string =>
  (JSON.parse(readFileSync(file, 'utf8')) as { info: { version: string } }).info.version;
