import { type Answer, errorAnswer, serviceError } from '../answer.js';
import type { Contract } from '../contract/contract.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { Arrival } from '../journal/journal.js';
import { NotKeptError } from '../keeping.js';
import type { Log } from '../log/log.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isControl, readTarget, type Target } from '../request/target.js';
import type { World } from '../worlds/world.js';
import type { Worlds } from '../worlds/worlds.js';
import { answerRequest } from './answer-request.js';
import { entryOf, type RequestContext } from './request-entry.js';
import { withRequestId } from './request-id.js';

/** The mock as a function from requests to answers, whatever brings them. */
export interface Core {
  /**
   * Answers a request, once what it has changed is kept, and puts it into the journal and the log.
   *
   * @returns undefined when the connection shall be cut instead.
   */
  respond(request: ReceivedRequest): Promise<Answer | undefined>;
  /** Gives an answer to a request that is refused before it can be read, and puts it into the journal and the log. */
  refuse(request: RefusedRequest, refusal: Answer): Answer;
}

/** As much of a request as there is when it is refused before it can be read. */
export type RefusedRequest = Pick<ReceivedRequest, 'method' | 'target'> & Partial<Pick<ReceivedRequest, 'headers'>>;

/** What the core depends on. */
export interface CoreDependencies {
  /** The contract at present. A request keeps to the one that it met. */
  readonly contract: () => Contract;
  readonly worlds: Pick<Worlds, 'root' | 'enter' | 'leave'>;
  readonly log: Log;
  /** Answers what others have a part in; without it, the mock answers alone. */
  readonly sharing?: Sharing | undefined;
}

/** Has a request be answered by all replicas of a mock as one. */
export interface Sharing {
  /** Brings a replica up to date before a request that needs it enters its world. */
  enter(request: ReceivedRequest, target: Target, context: RequestContext): Promise<void>;
  /** Answers a request that entered a world. */
  answer(request: ReceivedRequest, target: Target, context: RequestContext, world: World): Promise<Answer | undefined>;
}

/** Makes the core. */
export function createCore({ contract, worlds, log, sharing }: CoreDependencies): Core {
  /** The world that a request enters, or, if it is not there, the mock's own, which takes note of it. */
  function enter(target: Target): { world: World; isThere: boolean } {
    const found = target.world === undefined ? worlds.root : worlds.enter(target.world);
    return { world: found ?? worlds.root, isThere: found !== undefined };
  }

  /** Takes note of a request that is answered, and leaves its world. */
  function conclude(
    { request, target, world, arrival }: { request: RefusedRequest; target: Target; world: World; arrival: Arrival },
    answer: Answer | undefined,
    context: RequestContext,
    durationMs: number,
  ): void {
    const entry = entryOf(request, answer, context, durationMs, world.authentication.conceal);
    // What a page may do is asked by the browser, and not by the page.
    if (!isControl(target) && request.method !== 'OPTIONS') {
      world.journal.record(arrival, {
        target: request.target,
        headers: request.headers ?? {},
        operation: context.operation,
        body: context.body,
        entry,
        isUnexpected: isUnexpected(answer, context),
      });
    }
    log(entry);
    if (target.world !== undefined) worlds.leave(target.world);
  }

  return {
    async respond(request) {
      const started = performance.now();
      const target = readTarget(request.target);
      const context: RequestContext = {};
      if (sharing !== undefined) await sharing.enter(request, target, context);
      const { world, isThere } = enter(target);
      const arrival = world.journal.arrive();
      let answer: Answer | undefined;
      try {
        // A browser that asks what a page may do lets the page see the answer only when it may.
        if (isThere || request.method === 'OPTIONS') {
          answer =
            sharing === undefined
              ? await answerRequest(request, target, context, { contract: contract(), world })
              : await sharing.answer(request, target, context, world);
          await world.keeping?.flushed(context.changes !== true);
        } else answer = noSuchWorld(target);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        if (failure instanceof NotKeptError) {
          context.isExpected = true;
          answer = serviceError(codeOfKind.system, failure.message);
        } else {
          context.failure = failure.stack ?? failure.message;
          answer = serviceError(codeOfKind.system, `The mock failed, not you: ${failure.message}`);
        }
      }
      if (answer !== undefined && !isControl(target)) answer = withRequestId(answer);
      conclude({ request, target, world, arrival }, answer, context, performance.now() - started);
      return answer;
    },
    refuse(request, refusal) {
      const target = readTarget(request.target);
      const { world } = enter(target);
      const answer = isControl(target) ? refusal : withRequestId(refusal);
      conclude({ request, target, world, arrival: world.journal.arrive() }, answer, {}, 0);
      return answer;
    },
  };
}

/** Whether nobody should have sent a request, whatever the mock remembers: it was refused for what it is. */
const isUnexpected = (answer: Answer | undefined, { isExpected, failure }: RequestContext): boolean =>
  answer !== undefined && answer.status >= 400 && isExpected === undefined && failure === undefined;

/** The answer to a request for a world that is not there. */
export const noSuchWorld = ({ world = '' }: Target): Answer =>
  errorAnswer(
    404,
    'Mock.0404',
    `There is no world ${world}: it was closed, or nobody used it for its idle time. Make one with mock.world(), or POST /_mock/worlds.`,
  );
