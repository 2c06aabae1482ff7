import type { HttpMethod } from '@stoplight/types';
import { type Answer, type ErrorCode, gatewayError, serviceError } from '../answer.js';
import { creating } from '../behaviour/index.js';
import type { Contract } from '../contract/contract.js';
import { describeInjectedFault } from '../faults/injection.js';
import type { Call } from '../faults/matcher.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { IamOperation, PreparedAnswer } from '../iam/iam.js';
import { parseBody } from '../request/json-body.js';
import { methodOfAnswer, withHead } from '../request/method.js';
import { pathParameters, pathValues } from '../request/path-parameters.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isControl, isDecodable, queryValues, type Target } from '../request/target.js';
import type { World } from '../worlds/world.js';
import type { RequestContext } from './request-entry.js';

/** What a request is answered from. */
export interface AnswerDependencies {
  /** The contract at present. A request keeps to the one that it met. */
  readonly contract: Contract;
  readonly world: World;
  /** Whether its credentials were looked at already. */
  readonly isAdmitted?: boolean;
}

/** Holds back what becomes of a request, for so many milliseconds, or until it ends. */
export type Hold = (ms: number, ending: AbortSignal) => Promise<void>;

/** A request that was read and let in, of which nothing has come yet. */
export interface ReceivedCall {
  /** Whether it may change anything in the mock. */
  readonly changes: boolean;
  /** What becomes of a request for a token, whose body is secret. */
  readonly ofIam?: PreparedAnswer;
  /**
   * Has it take effect.
   *
   * @param ofIam - what becomes of a request for a token, if something else than is prepared.
   * @returns undefined when the connection shall be cut instead of an answer.
   */
  perform(hold: Hold, ofIam?: PreparedAnswer): Promise<Answer | undefined>;
}

/**
 * Answers a request, whatever it is, in the API's shape.
 *
 * @param context - what is learned about the request on the way.
 * @returns undefined when the connection shall be cut instead.
 */
export async function answerRequest(
  request: ReceivedRequest,
  target: Target,
  context: RequestContext,
  dependencies: AnswerDependencies,
): Promise<Answer | undefined> {
  const received = await receiveRequest(request, target, context, dependencies);
  return 'perform' in received ? received.perform(pause) : received;
}

/** Reads a request and looks at its credentials. What is refused is answered at once. */
export async function receiveRequest(
  request: ReceivedRequest,
  target: Target,
  context: RequestContext,
  { contract, world, isAdmitted = false }: AnswerDependencies,
): Promise<Answer | ReceivedCall> {
  const { method } = request;
  // What a page may do is in the headers already.
  if (method === 'OPTIONS') return { status: 204 };
  const { pathname, prefix, searchParams } = target;
  if (isControl(target)) {
    const changes = !onlyReads.has(method);
    return {
      changes,
      async perform() {
        context.changes = changes && !notKept.test(pathname);
        if (context.changes) await world.keeping?.admitted();
        return world.routes(request, target);
      },
    };
  }
  if (!isDecodable(pathname)) {
    return serviceError(codeOfKind.request, `path: ${pathname} is not valid percent-encoding.`);
  }
  const ofIam = world.iam.operationAt(pathname);
  if (ofIam !== undefined) return receiveForIam(ofIam, request, target, context, { world, isAdmitted });
  const found = contract.route(method, pathname);
  if (found.operation === undefined) {
    if (found.allowedMethods.length === 0) return gatewayError(404, `No operation has the path ${pathname}.`);
    return wrongMethod(pathname, found.allowedMethods, method);
  }
  const { operation } = found;
  context.operation = operation;
  const raw = await request.bytes();
  if ('errorResponse' in raw) return raw.errorResponse;
  context.body = raw.bytes;
  const unauthorised = isAdmitted ? undefined : world.authentication.authenticate(request, raw.bytes, operation);
  if (unauthorised !== undefined) return unauthorised;
  const read = parseBody(raw.bytes, request.headers);
  const { runtime, keeping } = world;
  const met = runtime.store();
  // A search is a POST, too.
  const changes = !onlyReads.has(method) && operation.iid?.startsWith('list') !== true;
  const call = {
    operation: {
      name: operation.iid ?? '',
      method: operation.method.toUpperCase(),
      isOfApi: true,
      creates: creating.has(operation.iid ?? ''),
    },
    path: () => pathValues(pathParameters(operation.path), pathname),
    query: searchParams,
    headers: request.headers,
  };
  const answer = async (creationFails?: ErrorCode) => {
    if ('errorResponse' in read) return read.errorResponse;
    context.changes = changes;
    if (changes) await keeping?.admitted();
    return contract.answer(
      operation,
      {
        method: operation.method as HttpMethod,
        url: { path: pathname, query: queryValues(searchParams) },
        headers: { ...request.headers },
        body: read.body,
      },
      {
        store: runtime.standing(met),
        creationFails,
        baseUrl: request.origin + prefix,
        onAllowed() {
          context.isExpected = true;
        },
      },
    );
  };
  return { changes, perform: (hold) => withFaults(call, request, context, world, hold, answer) };
}

/** The methods of requests that change nothing. */
export const onlyReads: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The control routes of what is not kept: faults, the journal and other worlds. */
const notKept = /^\/_mock\/(?:faults|requests|worlds)(?:\/|$)/;

async function receiveForIam(
  operation: IamOperation,
  request: ReceivedRequest,
  { pathname, prefix, searchParams: query }: Target,
  context: RequestContext,
  { world, isAdmitted }: { readonly world: World; readonly isAdmitted: boolean },
): Promise<Answer | ReceivedCall> {
  if (methodOfAnswer(request.method) !== operation.method) {
    return wrongMethod(pathname, withHead([operation.method]), request.method);
  }
  const raw = await request.bytes();
  if ('errorResponse' in raw) return raw.errorResponse;
  context.body = raw.bytes;
  const unauthorised = isAdmitted ? undefined : operation.authenticate(request, raw.bytes);
  if (unauthorised !== undefined) return unauthorised;
  const read = parseBody(raw.bytes, request.headers);
  const call = { operation, path: () => ({}), query, headers: request.headers };
  const prepared: PreparedAnswer =
    'errorResponse' in read
      ? { answer: () => read.errorResponse }
      : operation.prepare({ request, query, baseUrl: request.origin + prefix, body: read.body });
  return {
    changes: !onlyReads.has(request.method),
    ofIam: prepared,
    perform: (hold, ofIam = prepared) => withFaults(call, request, context, world, hold, () => ofIam.answer()),
  };
}

/**
 * Answers a call as the faults of the world will have it. They come before the request is looked at any closer, as those of
 * a gateway do.
 */
async function withFaults(
  call: Call,
  { ending }: ReceivedRequest,
  context: RequestContext,
  { runtime }: World,
  hold: Hold,
  answer: (creationFails?: ErrorCode) => Promise<Answer> | Answer,
): Promise<Answer | undefined> {
  const injected = runtime.faults.next(call);
  if (injected === undefined) return answer();
  context.fault = describeInjectedFault(injected);
  if (injected.delayMs > 0) await hold(injected.delayMs, ending);
  if (injected.drop === 'request' || ending.aborted) return undefined;
  if (injected.answer !== undefined) context.isExpected = true;
  const answered = injected.answer ?? (await answer(injected.creationFails));
  return injected.drop === 'answer' ? undefined : answered;
}

/** Waits, or until there is nothing to wait for any more. */
export const pause: Hold = (ms, ending) =>
  new Promise<void>((resolve) => {
    function end() {
      clearTimeout(timeout);
      ending.removeEventListener('abort', end);
      resolve();
    }
    const timeout = setTimeout(end, ms);
    ending.addEventListener('abort', end);
    if (ending.aborted) end();
  });

function wrongMethod(path: string, allowed: readonly string[], method: string): Answer {
  const allow = allowed.join(', ');
  return gatewayError(405, `${path} knows ${allow}, not ${method}.`, { Allow: allow });
}
