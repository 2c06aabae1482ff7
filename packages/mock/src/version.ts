import { readFileSync } from 'node:fs';

/** Reads the version of this package, whose manifest is beside the folder of its source and of what is built of it. */
export const readVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
