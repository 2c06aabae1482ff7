export type { AccessKeyCredentials, Credentials, TokenCredentials } from './authentication/credentials.js';
export type { Region, Target } from './base-url.js';
export { createVpcepClient, type VpcepClient, type VpcepClientOptions } from './create-client.js';
export { VpcepAbortError } from './errors/vpcep-abort-error.js';
export { VpcepConnectionError } from './errors/vpcep-connection-error.js';
export { VpcepError } from './errors/vpcep-error.js';
export { VpcepHttpError } from './errors/vpcep-http-error.js';
export { VpcepValidationError } from './errors/vpcep-validation-error.js';
export { documentHash } from './generated/document-hash.js';
export type { OperationMethods } from './generated/operation-methods.js';
export { regionBaseUrls } from './generated/regions.js';
export type {
  CallOptions,
  OperationArguments,
  OperationId,
  OperationMethod,
  OperationResult,
} from './operation-types.js';
