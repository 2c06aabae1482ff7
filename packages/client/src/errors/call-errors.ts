import { VpcepError, type Caused } from './vpcep-error.js';

/** What an error tells of its call. */
export interface FailedCall {
  callId?: string;
  operation: string;
  attempts?: number;
  method?: string;
  url?: string;
  outcome?: CallOutcome | 'done';
}

/** What errors of some classes tell besides. */
interface FailureFields {
  code?: string | undefined;
  host?: string;
  port?: number;
  option?: 'timeout' | 'totalTimeout';
  resource?: string;
  status?: number;
  reason?: string;
  requestId?: string | undefined;
  remedy?: { readonly en: string; readonly 'zh-CN': string } | undefined;
}

/** Whether the service may have done what a failed call asked for. */
export type CallOutcome = 'unknown' | 'not done';

/** A call failed. */
export abstract class VpcepCallError extends VpcepError {
  /** Which call it was, as hooks were told; undefined for a waiter. */
  declare readonly callId: string | undefined;
  /** The operationId of the call. */
  declare readonly operation: string;
  /** How many times the call was tried. */
  declare readonly attempts: number;
  /** The HTTP method; undefined for a waiter. */
  declare readonly method: string | undefined;
  /** The URL, with its query and without secrets; undefined for a waiter. */
  declare readonly url: string | undefined;
  /**
   * Whether the service may have done what it was asked for: `not done` when no attempt reached it, or it refused all of
   * them; `unknown` when the answer to one was lost, or says nothing about it. After a create whose outcome is unknown,
   * look for what it creates before it is created again.
   */
  declare readonly outcome: CallOutcome;

  constructor(call: FailedCall, message: string, options: Caused & FailureFields = {}) {
    super(`${call.operation}: ${message}`, options);
    // Errors have their cause already, where nobody lists it; being set again, it stays there.
    Object.assign(this, { attempts: 1, outcome: 'not done' }, call, options);
  }
}

/** No answer arrived, or none that could be read. `outcome` tells whether the service may have acted on the request. */
export class VpcepConnectionError extends VpcepCallError {
  override name = 'VpcepConnectionError';

  /** The code of the system or of the platform, such as `ECONNREFUSED`; undefined where there is none, as in browsers. */
  declare readonly code: string | undefined;
  /** The host that was tried: the service's, or a proxy's where the platform tells. */
  declare readonly host: string | undefined;
  /** Its port. */
  declare readonly port: number | undefined;
}
/** A call or a waiter did not end within its time. */
export class VpcepTimeoutError extends VpcepCallError {
  override name = 'VpcepTimeoutError';

  /** The option whose time is over. */
  declare readonly option: 'timeout' | 'totalTimeout';
  /** ID of what a waiter waited for; undefined for a call. */
  declare readonly resource: string | undefined;
}

/** The caller's `signal` ended the call. `cause` is the signal's reason. */
export class VpcepAbortError extends VpcepCallError {
  override name = 'VpcepAbortError';

  constructor(call: FailedCall, reason: unknown) {
    super(call, 'aborted by the caller', { cause: reason });
  }
}
