import { createInstance, type IHttpMockConfig, type IHttpRequest, type IHttpResponse } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { Answer } from '../answer.js';
import type { Validators } from '../document/validators.js';
import { createSchemaCheck } from './schema-check.js';
import type { Respond, Validation } from './validation.js';

const config: IHttpMockConfig = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/**
 * Validates by two instances of Prism, without its HTTP server: one that mocks, and one that hands requests on.
 *
 * @param validators - those of the document, which go with it.
 */
export function createPrismValidation(validators: Validators): Validation {
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
      let answer: Answer | undefined;
      responders.set(request, (diagnostics) => (answer = respond(diagnostics)));
      await ask(checking, operation, request, { ...config, validateResponse: false });
      if (answer === undefined) throw new Error('Prism hands on no request');
      return answer;
    },
    answer(operation, request, choice) {
      const answered = ask(mocking, operation, request, { ...config, mock: choice });
      if (!choice.dynamic) return answered;
      // Where nothing can be made up, as without a schema, the example does.
      return answered.catch(() => ask(mocking, operation, request, { ...config, mock: { ...choice, dynamic: false } }));
    },
    // Prism would take five times as long to say these of a single value.
    ...createSchemaCheck(validators),
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
