export * from './generated/constants.js';
export { documentHash } from './generated/document-hash.js';
export type { components, operations, paths } from './generated/openapi.js';
export type * from './generated/schemas.js';
export type { Lifecycle } from './lifecycle.js';
