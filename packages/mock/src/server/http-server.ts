import { setTimeout as sleep } from 'node:timers/promises';
import { createServer, type IncomingMessage, maxHeaderSize, type Server, type ServerResponse } from 'node:http';
import type { HttpMethod, IHttpOperation } from '@stoplight/types';
import cors from 'cors';
import { type Answer, gatewayError, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { Authentication } from '../authentication/authenticate.js';
import type { Contract } from '../contract/contract.js';
import { describeInjectedFault, type Faults } from '../faults.js';
import type { Iam } from '../iam/iam.js';
import type { Log, RequestEntry } from '../log/log.js';
import type { ControlRoutes } from './control-routes.js';
import { parseBody, readBytes } from './read-body.js';
import { requestIdHeader, send, sendAlone, withRequestId } from './send-answer.js';

/** Pages of any origin may call the mock and read all of its answers. */
const allowAnyOrigin = cors({ exposedHeaders: '*', maxAge: 600, preflightContinue: true });

/** What the HTTP server depends on. */
export interface ServerDependencies {
  readonly authentication: Authentication;
  /** The contract at present. A request keeps to the one that it met. */
  readonly contract: () => Contract;
  readonly control: ControlRoutes;
  readonly faults: Faults;
  readonly iam: Iam;
  readonly log: Log;
  /** Resolves once everything that has happened is flushed, before any answer is sent; undefined when it is already. */
  readonly flushed: () => Promise<void> | undefined;
}

/** What is learned about a request on the way to its answer. */
interface RequestContext {
  operation?: IHttpOperation;
  fault?: string | undefined;
  failure?: string;
}

/** The HTTP server before the contract: whatever arrives, it answers in the API's shape. */
export function createHttpServer({
  authentication,
  contract,
  control,
  faults,
  iam,
  log,
  flushed,
}: ServerDependencies): Server {
  /** The answer to a request, or `undefined` when the connection shall be cut instead. What it learns goes into the context. */
  async function answer(request: IncomingMessage, context: RequestContext): Promise<Answer | undefined> {
    const current = contract();
    const method = request.method ?? 'GET';
    if (request.httpVersion === '1.1' && request.headersDistinct['host']?.length !== 1) {
      return gatewayError(400, 'Send the header Host, once.');
    }
    // What a page may do is in the headers already.
    if (method === 'OPTIONS') return { status: 204 };
    const { pathname, searchParams } = readTarget(request.url ?? '/');
    if (isControl(request)) return control(request, pathname);
    if (!isDecodable(pathname)) {
      return serviceError(codeOfKind.request, `path: ${pathname} is not valid percent-encoding.`);
    }
    const iamMethod = iam.methodOf(pathname);
    if (iamMethod !== undefined) {
      if (method !== iamMethod) return wrongMethod(pathname, iamMethod, method);
      const raw = await readBytes(request);
      if ('errorResponse' in raw) return raw.errorResponse;
      const read = parseBody(raw.bytes, request.headers['content-type']);
      if ('errorResponse' in read) return read.errorResponse;
      return iam.answer(pathname, { request, query: searchParams, bytes: raw.bytes, body: read.body });
    }
    const found = current.route(method, pathname);
    if (found.operation === undefined) {
      if (found.allowedMethods.length === 0) {
        return gatewayError(404, `No operation has the path ${pathname}.`);
      }
      return wrongMethod(pathname, found.allowedMethods.join(', '), method);
    }
    context.operation = found.operation;
    const raw = await readBytes(request);
    if ('errorResponse' in raw) return raw.errorResponse;
    const unauthorised = authentication.authenticate(request, raw.bytes, found.operation);
    if (unauthorised !== undefined) return unauthorised;
    const read = parseBody(raw.bytes, request.headers['content-type']);
    if ('errorResponse' in read) return read.errorResponse;
    const injected = faults.next(found.operation.iid ?? '');
    context.fault = describeInjectedFault(injected);
    if (injected.delayMs > 0) await sleep(injected.delayMs);
    if (injected.drop === 'request') return undefined;
    if (injected.answer !== undefined) return injected.answer;
    const valid = await current.answer(
      found.operation,
      {
        method: method.toLowerCase() as HttpMethod,
        url: { path: pathname, query: queryValues(searchParams) },
        headers: headerValues(request),
        body: read.body,
      },
      injected.creationFails,
    );
    return injected.drop === 'answer' ? undefined : valid;
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const context: RequestContext = {};
    let result: Answer | undefined;
    try {
      result = await answer(request, context);
      await flushed();
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      context.failure = failure.stack ?? failure.message;
      result = serviceError(codeOfKind.system, `The mock failed, not you: ${failure.message}`);
    }
    if (result !== undefined && !isControl(request)) result = withRequestId(result);
    if (result === undefined) response.destroy();
    else send(response, result);
    log(entryOf(request, result, context, performance.now() - started, (text) => authentication.conceal(text)));
  }

  // Without the header Host, the server itself would answer without a body.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    allowAnyOrigin(request, response, () => void respond(request, response));
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const message = `The mock cannot meet "Expect: ${request.headers.expect ?? ''}"; it knows 100-continue.`;
    send(response, withRequestId(gatewayError(417, message, { Connection: 'close' })));
  });
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    sendAlone(socket, withRequestId(gatewayError(405, 'The mock is no proxy for CONNECT.')));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    sendAlone(
      socket,
      withRequestId(
        error.code === 'HPE_HEADER_OVERFLOW'
          ? gatewayError(431, `URL and headers have more than ${maxHeaderSize} bytes.`)
          : gatewayError(400, 'The request is not valid HTTP.'),
      ),
    );
  });
  return server;
}

const wrongMethod = (path: string, allow: string, method: string): Answer =>
  gatewayError(405, `${path} knows ${allow}, not ${method}.`, { Allow: allow });

/** Whether a request is for the mock itself, and not for the API. */
const isControl = ({ url = '/' }: IncomingMessage) => readTarget(url).pathname.startsWith('/_mock/');

/** Path and query of a request's target: a path, or a whole URL as clients of proxies send it. */
function readTarget(target: string): { pathname: string; searchParams: URLSearchParams } {
  const [, pathname, query] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(target) ?? [];
  return {
    pathname: pathname === undefined || pathname === '' ? '/' : pathname,
    searchParams: new URLSearchParams(query),
  };
}

function entryOf(
  { method = '', url = '' }: IncomingMessage,
  answer: Answer | undefined,
  { operation, fault, failure }: RequestContext,
  durationMs: number,
  conceal: (text: string) => string,
): RequestEntry {
  return {
    event: 'request',
    time: new Date().toISOString(),
    method,
    path: conceal(shownPath(url, operation)),
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

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function queryValues(parameters: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

function headerValues({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
