import type { HttpMethod } from '@stoplight/types';
import { type Answer, gatewayError, serviceError } from '../answer.js';
import type { Contract } from '../contract/contract.js';
import type { ControlRoutes } from '../control/control-routes.js';
import { describeInjectedFault } from '../faults/faults.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { Iam } from '../iam/iam.js';
import { parseBody } from '../request/json-body.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isDecodable, queryValues, readTarget, type Target } from '../request/target.js';
import type { RequestContext } from './request-entry.js';
import type { World } from './world.js';

/** What a request is answered from. */
export interface AnswerDependencies {
  /** The contract at present. A request keeps to the one that it met. */
  readonly contract: () => Contract;
  readonly control: ControlRoutes;
  readonly world: World;
}

/**
 * Answers a request, whatever it is, in the API's shape.
 *
 * @param context - what is learned about the request on the way.
 * @returns undefined when the connection shall be cut instead.
 */
export async function answerRequest(
  request: ReceivedRequest,
  context: RequestContext,
  { contract, control, world }: AnswerDependencies,
): Promise<Answer | undefined> {
  const current = contract();
  const { method } = request;
  // What a page may do is in the headers already.
  if (method === 'OPTIONS') return { status: 204 };
  const target = readTarget(request.target);
  const { pathname, searchParams } = target;
  if (isControl(request)) return control(request, pathname);
  if (!isDecodable(pathname)) {
    return serviceError(codeOfKind.request, `path: ${pathname} is not valid percent-encoding.`);
  }
  if (world.iam.methodOf(pathname) !== undefined) return answerFromIam(world.iam, request, target);
  const found = current.route(method, pathname);
  if (found.operation === undefined) {
    if (found.allowedMethods.length === 0) return gatewayError(404, `No operation has the path ${pathname}.`);
    return wrongMethod(pathname, found.allowedMethods.join(', '), method);
  }
  context.operation = found.operation;
  const raw = await request.bytes();
  if ('errorResponse' in raw) return raw.errorResponse;
  const unauthorised = world.authentication.authenticate(request, raw.bytes, found.operation);
  if (unauthorised !== undefined) return unauthorised;
  const read = parseBody(raw.bytes, request.headers['content-type']);
  if ('errorResponse' in read) return read.errorResponse;
  const { faults, store } = world.runtime;
  const met = store();
  const injected = faults.next(found.operation.iid ?? '');
  context.fault = describeInjectedFault(injected);
  if (injected.delayMs > 0) await pause(injected.delayMs);
  if (injected.drop === 'request') return undefined;
  if (injected.answer !== undefined) return injected.answer;
  const valid = await current.answer(
    found.operation,
    {
      method: method.toLowerCase() as HttpMethod,
      url: { path: pathname, query: queryValues(searchParams) },
      headers: { ...request.headers },
      body: read.body,
    },
    { store: met, creationFails: injected.creationFails },
  );
  return injected.drop === 'answer' ? undefined : valid;
}

async function answerFromIam(
  iam: Iam,
  request: ReceivedRequest,
  { pathname, searchParams }: Target,
): Promise<Answer | undefined> {
  const method = iam.methodOf(pathname) ?? '';
  if (request.method !== method) return wrongMethod(pathname, method, request.method);
  const raw = await request.bytes();
  if ('errorResponse' in raw) return raw.errorResponse;
  const read = parseBody(raw.bytes, request.headers['content-type']);
  if ('errorResponse' in read) return read.errorResponse;
  return iam.answer(pathname, { request, query: searchParams, bytes: raw.bytes, body: read.body });
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

const wrongMethod = (path: string, allow: string, method: string): Answer =>
  gatewayError(405, `${path} knows ${allow}, not ${method}.`, { Allow: allow });

/** Whether a request is for the mock itself, and not for the API. */
export const isControl = ({ target }: Pick<ReceivedRequest, 'target'>): boolean =>
  readTarget(target).pathname.startsWith('/_mock/');
