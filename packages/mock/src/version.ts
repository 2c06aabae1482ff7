import { createRequire } from 'node:module';

/** Reads the version of this package. */
export const readVersion = (): string =>
  (createRequire(import.meta.url)('@vpcep/mock/package.json') as { version: string }).version;
