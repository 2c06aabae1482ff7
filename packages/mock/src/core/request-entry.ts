import type { IHttpOperation } from '@stoplight/types';
import type { Answer } from '../answer.js';
import type { RequestEntry } from '../log/log.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { requestIdHeader } from './request-id.js';

/** What is learned about a request on the way to its answer. */
export interface RequestContext {
  operation?: IHttpOperation;
  fault?: string | undefined;
  failure?: string;
}

/** The entry of the log for a request. */
export function entryOf(
  { method, target }: Pick<ReceivedRequest, 'method' | 'target'>,
  answer: Answer | undefined,
  { operation, fault, failure }: RequestContext,
  durationMs: number,
  conceal: (text: string) => string,
): RequestEntry {
  return {
    event: 'request',
    time: new Date().toISOString(),
    method,
    path: conceal(shownPath(target, operation)),
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

/** Who sends a parameter that the document does not have may have meant it for somebody else, and it may be secret. */
function shownPath(url: string, operation: IHttpOperation | undefined): string {
  const start = url.indexOf('?') + 1;
  if (start === 0) return url;
  const known = new Set(operation?.request?.query?.map(({ name }) => name));
  const shown = url
    .slice(start)
    .split('&')
    .map((parameter) => {
      const [name = ''] = parameter.split('=', 1);
      return known.has(name) || name === parameter ? parameter : `${name}=***`;
    });
  return url.slice(0, start) + shown.join('&');
}

function errorFields(
  { status, body }: Answer,
  conceal: (text: string) => string,
): Pick<RequestEntry, 'error_code' | 'error_msg'> {
  return status >= 400 && typeof body === 'object' && body !== null && 'error_code' in body && 'error_msg' in body
    ? { error_code: String(body.error_code), error_msg: conceal(String(body.error_msg)) }
    : {};
}
