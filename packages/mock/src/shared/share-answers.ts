import { randomUUID } from 'node:crypto';
import { type Answer, errorAnswer, serviceError } from '../answer.js';
import { secretName } from '../authentication/secret-name.js';
import type { Contract } from '../contract/contract.js';
import { answerRequest, onlyReads, pause, type ReceivedCall, receiveRequest } from '../core/answer-request.js';
import { noSuchWorld, type Sharing } from '../core/core.js';
import type { RequestContext } from '../core/request-entry.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import { shownHeaders } from '../journal/secrets.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isControl, type Target } from '../request/target.js';
import { unguessableId } from '../worlds/lifetimes.js';
import type { World } from '../worlds/world.js';
import type { Worlds } from '../worlds/worlds.js';
import { type CommandWithBody, packed } from './command.js';
import { RedisError } from './connection.js';
import type { Gathering } from './gathering.js';
import { refusalOfSecrets } from './refuse-secrets.js';
import { type Replica, UnavailableError } from './replica.js';
import { answerGathered, isGathered } from './shared-journal.js';
import type { SharedLifetimes } from './shared-lifetimes.js';

export interface ShareAnswersDependencies {
  readonly contract: () => Contract;
  readonly worlds: Worlds;
  readonly replica: Replica;
  readonly gathering: Gathering;
  readonly lifetimes: SharedLifetimes;
}

/** How large a body may be that goes to all replicas, in bytes. */
const bodyLimit = 64 * 1024 * 1024;

/** Answers requests as all replicas together: what changes something goes through the stream, and all else comes from memory. */
export function createSharing({ contract, worlds, replica, gathering, lifetimes }: ShareAnswersDependencies): Sharing {
  /** How old what is in memory was when a request arrived, in milliseconds; undefined when it was up to date. */
  const ages = new WeakMap<RequestContext, number | undefined>();

  async function catchUp(context: RequestContext): Promise<void> {
    ages.set(context, await replica.catchUp());
  }
  /** RFC 9111 section 5.1: how long ago the answer was known to be right, in seconds. */
  function withAge(answer: Answer | undefined, context: RequestContext): Answer | undefined {
    const age = ages.get(context);
    if (age === undefined || answer === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, Age: String(Math.floor(age / 1000)) } };
  }

  /** Whether a request that reads changes something on the way: what faults count, or how often details were asked for. */
  function leavesTraces({ runtime }: World, { pathname }: Target): boolean {
    const { services, endpoints } = runtime.store();
    return (
      runtime.faults.areSet() ||
      decodeURIComponent(pathname)
        .split('/')
        .some((id) => (services.get(id) ?? endpoints.get(id))?.pending?.polls !== undefined)
    );
  }
  /** Finishes what is due, which all replicas do at the same place among the changes. */
  async function settle({ runtime }: World, target: Target, context: RequestContext): Promise<void> {
    const store = runtime.store();
    const { nextDue } = store;
    if (nextDue === undefined || nextDue > store.settings.clock.now() || ages.get(context) !== undefined) return;
    const command = { kind: 'settle', id: randomUUID(), ...worldOf(target) } as const;
    await orAsItWas(context, () => replica.submit({ command, body: Buffer.alloc(0) }));
  }
  /** Does what is part of reading. Where Redis cannot be used, what is read is as it was. */
  async function orAsItWas(context: RequestContext, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof UnavailableError || error instanceof RedisError)) throw error;
      ages.set(context, (await replica.catchUp()) ?? 0);
    }
  }

  async function answerThroughStream(
    request: ReceivedRequest,
    target: Target,
    context: RequestContext,
    { world, received }: { readonly world: World; readonly received: ReceivedCall },
  ): Promise<Answer | undefined> {
    const limit = isControl(target) ? bodyLimit : undefined;
    const read = await request.bytes(limit);
    if ('errorResponse' in read) return read.errorResponse;
    const refusal = isControl(target) ? refusalOfSecrets(target, request, read.bytes) : undefined;
    if (refusal !== undefined) return refusal;
    const { heldMs, ...outcome } = await replica.submit(
      await commandOf(request, target, read.bytes, { world, received }),
      received.ofIam,
    );
    if (outcome.failure !== undefined) throw outcome.failure;
    if (outcome.refused === 'world') return noSuchWorld(target);
    // What it depended on is not valid any more, as this replica knows by now.
    if (outcome.refused === 'token') return answerAlone(request, target, context, world);
    const { isExpected, fault } = outcome.context;
    if (isExpected !== undefined) context.isExpected = isExpected;
    if (fault !== undefined) context.fault = fault;
    if (heldMs > 0) await pause(heldMs, request.ending);
    return request.ending.aborted ? undefined : outcome.answer;
  }
  const answerAlone = (request: ReceivedRequest, target: Target, context: RequestContext, world: World) =>
    answerRequest(request, target, context, { contract: contract(), world });

  return {
    async enter(request, target, context) {
      if (needsNoState(request, target)) return;
      const world = worlds.find(target.world);
      const isSure = !onlyReads.has(request.method) && world?.authentication.issuedTokenOf(request) === undefined;
      if (world === undefined || !isSure) await catchUp(context);
    },
    async answer(request, target, context, world) {
      if (needsNoState(request, target)) return answerAlone(request, target, context, world);
      if (isGathered(target) && onlyReads.has(request.method)) {
        let answer: Answer | undefined;
        await orAsItWas(context, async () => {
          if (ages.get(context) === undefined) answer = await answerGathered(target, world, gathering);
        });
        return withAge(answer ?? (await answerGathered(target, world, undefined)), context);
      }
      const readOnce = withBodyOnce(request);
      try {
        const receive = () => receiveRequest(readOnce, target, context, { contract: contract(), world });
        let received = await receive();
        if ('perform' in received && !received.changes && !ages.has(context)) {
          // A search by POST. It meets what is there once this replica is up to date.
          await catchUp(context);
          received = await receive();
        }
        if (!('perform' in received)) return withAge(received, context);
        if (!received.changes) {
          await settle(world, target, context);
          if (target.pathname === '/_mock/worlds') await orAsItWas(context, lifetimes.learn);
          if (isControl(target) || !leavesTraces(world, target)) {
            return withAge(await received.perform(pause), context);
          }
        }
        return await answerThroughStream(readOnce, target, context, { world, received });
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        context.isExpected = true;
        return unavailable(target, error.message);
      }
    },
  };
}

/** What a page may do, and how the mock is, is known at any time. */
const needsNoState = ({ method }: ReceivedRequest, { world, pathname }: Target): boolean =>
  method === 'OPTIONS' || (world === undefined && pathname === '/_mock/health');

const worldOf = ({ world }: Target) => (world === undefined ? {} : { world });

/** A request whose body can be read again. */
function withBodyOnce(request: ReceivedRequest): ReceivedRequest {
  let read: ReturnType<ReceivedRequest['bytes']> | undefined;
  return { ...request, bytes: (limit) => (read ??= request.bytes(limit)) };
}

async function commandOf(
  request: ReceivedRequest,
  target: Target,
  bytes: Uint8Array,
  { world, received }: { readonly world: World; readonly received: ReceivedCall },
): Promise<CommandWithBody> {
  const { method, origin } = request;
  const headers = shownHeaders(request.headers, world.authentication.conceal);
  const common = { id: randomUUID(), ...worldOf(target), method, target: toldTarget(target), origin, headers };
  if (received.ofIam !== undefined) {
    const { issues } = received.ofIam;
    const command = { kind: 'token', ...common, ...(issues === undefined ? {} : { issues }) } as const;
    return { command, body: Buffer.alloc(0) };
  }
  const token = isControl(target) ? undefined : world.authentication.issuedTokenOf(request);
  const command = {
    kind: 'request',
    ...common,
    chance: unguessableId(),
    ...(token === undefined ? {} : { token }),
  } as const;
  return packed(command, bytes);
}

/** A target as all replicas may know it: with what is called like a secret hidden, and nobody's name and password. */
function toldTarget({ prefix, pathname, searchParams }: Target): string {
  const query = new URLSearchParams();
  for (const [name, value] of searchParams) query.append(name, secretName.test(name) ? '***' : value);
  return `${prefix}${pathname}${query.size === 0 ? '' : `?${query.toString()}`}`;
}

/** RFC 9110 section 15.6.4. */
function unavailable(target: Target, message: string): Answer {
  const headers = { 'Retry-After': '1' };
  if (isControl(target)) return errorAnswer(503, 'Mock.0503', message, headers);
  return { ...serviceError(codeOfKind.system, message), status: 503, headers };
}
