import { type Answer, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import { NotKeptError } from '../keeping.js';
import type { Log } from '../log/log.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { type AnswerDependencies, answerRequest, isControl } from './answer-request.js';
import { entryOf, type RequestContext } from './request-entry.js';
import { withRequestId } from './request-id.js';

/** The mock as a function from requests to answers, whatever brings them. */
export interface Core {
  /**
   * Answers a request, once what it has changed is kept, and logs it.
   *
   * @returns undefined when the connection shall be cut instead.
   */
  respond(request: ReceivedRequest): Promise<Answer | undefined>;
  /** Gives an answer to a request that is refused before it can be read, and logs it. */
  refuse(request: Pick<ReceivedRequest, 'method' | 'target'>, refusal: Answer): Answer;
}

/** What the core depends on. */
export interface CoreDependencies extends AnswerDependencies {
  readonly log: Log;
}

/** Makes the core. */
export function createCore({ log, ...dependencies }: CoreDependencies): Core {
  const { authentication, keeping } = dependencies.world;
  const conceal = (text: string) => authentication.conceal(text);
  return {
    async respond(request) {
      const started = performance.now();
      const context: RequestContext = {};
      let answer: Answer | undefined;
      try {
        answer = await answerRequest(request, context, dependencies);
        await keeping?.flushed(context.changes !== true);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        if (failure instanceof NotKeptError) answer = serviceError(codeOfKind.system, failure.message);
        else {
          context.failure = failure.stack ?? failure.message;
          answer = serviceError(codeOfKind.system, `The mock failed, not you: ${failure.message}`);
        }
      }
      if (answer !== undefined && !isControl(request)) answer = withRequestId(answer);
      log(entryOf(request, answer, context, performance.now() - started, conceal));
      return answer;
    },
    refuse(request, refusal) {
      const answer = isControl(request) ? refusal : withRequestId(refusal);
      log(entryOf(request, answer, {}, 0, conceal));
      return answer;
    },
  };
}
