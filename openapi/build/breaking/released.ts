import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaterState } from '../../src/later-states.js';
import { bundleName } from '../bundle/files.js';
import { openapiFolder } from '../tools/run.js';

/** Where the bundle in a state of the API is kept as it was last released. */
export const releasedFile = (asOf: LaterState | undefined): string =>
  join(openapiFolder, 'released', `${bundleName(asOf)}.json`);

/** The bundle as it was last released; where a later state was in no release yet, that of tables 1 to 7. */
export const released = (asOf: LaterState | undefined): string =>
  existsSync(releasedFile(asOf)) ? releasedFile(asOf) : releasedFile(undefined);

/** The version that a bundle states. */
export const versionOf = (file: string): string =>
  (JSON.parse(readFileSync(file, 'utf8')) as { info: { version: string } }).info.version;
