/**
 * Reads a bundled OpenAPI document: all generators, and the tests that compare something with the document, read it with
 * this. Nothing in here needs Node.
 */
export { fieldAnchor, type FieldPlace, operationAddress, tagAddress } from './addresses.js';
export { DocumentError, type Place, required } from './document-error.js';
export { type Method, methods } from './document-types.js';
export type * from './document-types.js';
export type * from './extensions.js';
export type { JsonBody } from './json-body.js';
export {
  type DescribedOperation,
  type DescribedParameter,
  type DescribedRequest,
  type DescribedResponse,
  operationsOf,
} from './operations.js';
export { pointerTo, valueAt } from './pointer.js';
export { type Located, locate, resolve } from './resolve.js';
