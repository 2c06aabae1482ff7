import type { IHttpOperation } from '@stoplight/types';
import type { Answer } from '../answer.js';
import type { RequestEntry } from '../log/log.js';
import { shownTarget, withoutUserinfo } from '../log/shown-target.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { requestIdHeader } from './request-id.js';

/** What is learned about a request on the way to its answer. */
export interface RequestContext {
  operation?: IHttpOperation;
  body?: Uint8Array;
  /** Set when it got as far as to what the mock remembers, or was to fail: whatever is answered, it may be sent. */
  isExpected?: true;
  fault?: string | undefined;
  failure?: string;
  /** Whether it may change what is kept. */
  changes?: boolean;
}

/** The entry of the log for a request. */
export function entryOf(
  { method, target }: Pick<ReceivedRequest, 'method' | 'target'>,
  answer: Answer | undefined,
  { operation, fault, failure }: RequestContext,
  durationMs: number,
  concealSecrets: (text: string) => string,
): RequestEntry {
  const conceal = (text: string) => withoutUserinfo(concealSecrets(text));
  return {
    event: 'request',
    time: new Date().toISOString(),
    method,
    path: concealSecrets(shownTarget(target, new Set(operation?.request?.query?.map(({ name }) => name)))),
    ...(answer === undefined ? {} : { status: answer.status }),
    ...(answer?.headers?.[requestIdHeader] === undefined ? {} : { request_id: answer.headers[requestIdHeader] }),
    duration_ms: Math.round(durationMs * 10) / 10,
    ...(operation?.iid === undefined ? {} : { operation: operation.iid }),
    ...(answer === undefined ? {} : errorFields(answer, conceal)),
    ...(answer?.explanation === undefined ? {} : { explanation: answer.explanation }),
    ...(fault === undefined ? {} : { fault }),
    ...(failure === undefined ? {} : { failure: conceal(failure) }),
  };
}

function errorFields(
  { status, body }: Answer,
  conceal: (text: string) => string,
): Pick<RequestEntry, 'error_code' | 'error_msg'> {
  return status >= 400 && typeof body === 'object' && body !== null && 'error_code' in body && 'error_msg' in body
    ? { error_code: String(body.error_code), error_msg: conceal(String(body.error_msg)) }
    : {};
}
