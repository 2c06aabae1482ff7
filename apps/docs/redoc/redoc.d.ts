// The types that Redoc's package exports and the pages use, from its patched sources.
export type { RedocRawOptions } from '../node_modules/.cache/redoc/src/services/RedocNormalizedOptions';
export type * from '../node_modules/.cache/redoc/src/services/models';
