import type { IPrismDiagnostic } from '@stoplight/prism-core';
import {
  createInstance,
  type IHttpMockConfig,
  type IHttpOperationConfig,
  type IHttpRequest,
  type IHttpResponse,
} from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { Answer } from '../answer.js';

/** What Prism makes of a request. */
export interface PrismResult {
  readonly answer: Answer;
  /** What is wrong with the request. */
  readonly request: readonly IPrismDiagnostic[];
  /** What is wrong with the answer, if that was asked. */
  readonly response: readonly IPrismDiagnostic[];
}

/** Answers a request from what Prism has found wrong with it. */
export type Respond = (request: readonly IPrismDiagnostic[]) => Answer;

/** Prism, without its HTTP server. */
export interface Prism {
  /** Checks a request, and has somebody else answer it. */
  check(operation: IHttpOperation, request: IHttpRequest, respond: Respond): Promise<Answer>;
  /** Checks a request, and answers it from the document; the answer is checked as well. */
  mock(operation: IHttpOperation, request: IHttpRequest, choice: IHttpOperationConfig): Promise<PrismResult>;
}

const config: IHttpMockConfig = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/** Makes the two instances of Prism: one that mocks, and one that hands requests on. */
export function createPrism(): Prism {
  const logger = silentLogger();
  const mocking = createInstance(config, { logger, route });
  // Prism hands the mock component the request, and nothing that goes with it.
  const responders = new WeakMap<IHttpRequest, Respond>();
  const checking = createInstance(config, {
    logger,
    route,
    mock: ({ input }) => {
      const respond = responders.get(input.data);
      if (respond === undefined) throw new Error('Prism hands on another request than it was given');
      const output = toOutput(respond(input.validations));
      return () => ({ _tag: 'Right', right: output });
    },
  });

  async function ask(
    prism: typeof mocking,
    operation: IHttpOperation,
    request: IHttpRequest,
    options: IHttpMockConfig,
  ) {
    const result = await prism.request(request, [operation], options)();
    if (result._tag === 'Left') throw result.left;
    const { output, validations } = result.right;
    return {
      answer: { status: output.statusCode, body: output.body },
      request: validations.input,
      response: validations.output,
    };
  }

  return {
    async check(operation, request, respond) {
      responders.set(request, respond);
      return (await ask(checking, operation, request, { ...config, validateResponse: false })).answer;
    },
    mock: (operation, request, choice) => ask(mocking, operation, request, { ...config, mock: choice }),
  };
}

/** Prism reports everything that it decides on the way. What matters of it is in the answer. */
function silentLogger(): object {
  const silence = () => undefined;
  const levels = ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal'].map(
    (level) => [level, silence] as const,
  );
  // Of pino's logger, Prism uses the levels and children.
  const logger: Record<string, unknown> = Object.fromEntries(levels);
  logger['child'] = () => logger;
  return logger;
}

/** Prism is given the one operation that a request is for, and need not search for it again. */
const route = ({ resources: [operation] }: { resources: IHttpOperation[] }) =>
  operation === undefined
    ? ({ _tag: 'Left', left: new Error('Prism was asked about no operation') } as const)
    : ({ _tag: 'Right', right: operation } as const);

/** What Prism answers with. */
const toOutput = ({ status, body }: Answer): IHttpResponse => ({
  statusCode: status,
  ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body }),
});
