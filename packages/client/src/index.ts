export { accessKeySigning } from './authentication/access-key-signing.js';
export type { Scheme } from './authentication/authenticator.js';
export type {
  AccessKeyCredentials,
  AnyCredentials,
  Credentials,
  TokenCredentials,
} from './authentication/credentials.js';
export type { AttemptOptions, CallOptions } from './call/call-options.js';
export { combineHooks } from './call/combine-hooks.js';
export type { Duration } from './call/duration.js';
export type { Fetch, FetchInit, FetchResponse } from './call/fetch.js';
export type { HeadersLike } from './call/headers.js';
export type { AttemptEvent, AttemptResult, CallEvent, Hooks } from './call/hooks.js';
export type { CommonOptions } from './call/transport.js';
export type { AppInfo } from './call/user-agent.js';
export type { ResultWithResponse, VpcepCall } from './call/vpcep-call.js';
export type { VpcepClientChanges, VpcepClientOptions } from './client-options.js';
export { createVpcepClient, type VpcepClient } from './create-client.js';
export { createVpcepCore, type VpcepCoreOptions } from './create-core.js';
export {
  VpcepAbortError,
  VpcepCallError,
  VpcepConnectionError,
  VpcepTimeoutError,
  type CallOutcome,
  type FailedCall,
} from './errors/call-errors.js';
export {
  VpcepAuthenticationError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepPermissionError,
  VpcepServerError,
  VpcepThrottlingError,
} from './errors/http-errors.js';
export { isVpcepError, type VpcepErrorName, type VpcepErrorNamed } from './errors/is-vpcep-error.js';
export { VpcepError, VpcepValidationError } from './errors/vpcep-error.js';
export { VpcepWaiterError } from './errors/waiter-error.js';
export { documentHash } from './generated/document-hash.js';
export type * from './generated/operation-methods.js';
export type {
  OperationArguments,
  OperationCalls,
  OperationId,
  OperationMethod,
  OperationResult,
} from './operation-types.js';
export { logHooks, type Logger, type LogHooksOptions } from './logging/log-hooks.js';
export {
  paginate,
  type Page,
  type PagedItem,
  type PagedOperationId,
  type Paginated,
  type PaginateArguments,
  type PaginateOptions,
  type PaginateRest,
} from './paginate.js';
export { passwordCredentials, type PasswordOptions } from './password-credentials.js';
export { parseTimestamp } from './timestamps.js';
export type { Target } from './url/base-url.js';
export { regionBaseUrls, type Region } from './url/regions.js';
export { waitForConnection } from './waiters/connection-waiter.js';
export { waitForEndpointService, waitForEndpointServiceGone } from './waiters/endpoint-service-waiters.js';
export { waitForEndpoint, waitForEndpointGone } from './waiters/endpoint-waiters.js';
export type {
  ConnectionWaitOptions,
  Waitable,
  WaitingClient,
  WaitOptions,
  WaitProgress,
  WaitState,
  WaitTimes,
} from './waiters/wait-options.js';
