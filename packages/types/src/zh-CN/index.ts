/** The same as `@vpcep/types`, with the texts in Chinese. */
export * from '../generated/constants.js';
export { documentHash } from '../generated/document-hash.js';
export type { components, operations, paths } from '../generated/zh-CN/openapi.js';
export type * from '../generated/zh-CN/schemas.js';
export type { Lifecycle } from '../lifecycle.js';
