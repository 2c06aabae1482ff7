import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { createInstance, type IHttpMockConfig, type IHttpRequest, type IHttpResponse } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import { type Answer, type ErrorCode, serviceError } from '../answer.js';
import type { Behave } from '../behaviour/behave.js';
import { hasBehaviour } from '../behaviour/index.js';
import { answerViolations } from './answer-check.js';
import { isLarge } from './large-body.js';
import { readPreference } from './prefer.js';
import { readQuery } from './query.js';
import { createRoutes, type Route } from './routes.js';
import { firstViolation } from './schema-check.js';
import { repeatedItems, withoutUniqueItems } from './unique-items.js';
import { describeViolations } from './violations.js';

/** What the document says: which operations there are, what each accepts, and what it answers. */
export interface Contract {
  readonly operations: readonly IHttpOperation[];
  /** Finds the operation that a request is for. */
  route(method: string, path: string): Route;
  /**
   * Answers a request to one operation: from what the mock remembers, or, where that knows nothing, from the document.
   * With `creationFails`, what is created shall fail later, with that code.
   */
  answer(operation: IHttpOperation, request: IHttpRequest, creationFails?: ErrorCode): Promise<Answer>;
}

const missingCredentials =
  'Send the header X-Auth-Token, or sign the request and send Authorization; the mock accepts any value.';

/**
 * How often an answer is made up again when it breaks the document. The generator takes `{ a, b }` and `{ b, a }` for
 * different items of a list, so that once in about a thousand lists two are equal that may not be.
 */
const maxRegenerations = 20;

/** Parameters of the query for which the service has a code of their own. */
const codesOfParameters: Readonly<Record<string, ErrorCode>> = {
  limit: 'EndPoint.0006',
  offset: 'EndPoint.0010',
  sort_key: 'EndPoint.0017',
  sort_dir: 'EndPoint.0018',
  status: 'EndPoint.0019',
  marker_id: 'EndPoint.0021',
};

function invalid(violations: readonly IPrismDiagnostic[]): Answer {
  const codes = new Set(
    violations.map(({ path: [where, name = ''] = [] }) => (where === 'query' ? codesOfParameters[name] : undefined)),
  );
  const [code] = codes;
  return serviceError(
    codes.size === 1 && code !== undefined ? code : 'EndPoint.0002',
    `${describeViolations(violations)}.`,
  );
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

/** What goes with a request past Prism. */
interface RequestContext {
  readonly repeated: readonly IPrismDiagnostic[];
  readonly creationFails: ErrorCode | undefined;
}

const bodySchema = (operation: IHttpOperation) => operation.request?.body?.contents?.[0]?.schema;

/** An operation whose body is checked for all rules but that items are unique. */
function withRelaxedBody(operation: IHttpOperation): IHttpOperation {
  const { request } = operation;
  if (request?.body === undefined) return operation;
  const contents = (request.body.contents ?? []).map((content) =>
    content.schema === undefined ? content : { ...content, schema: withoutUniqueItems(content.schema) },
  );
  return { ...operation, request: { ...request, body: { ...request.body, contents } } };
}

/** Makes the contract from the operations of a document. */
export function createContract(documented: readonly IHttpOperation[], behave?: Behave): Contract {
  // Requests arrive at the mock, whatever servers the document names.
  const strict = new Map<IHttpOperation, JSONSchema7 | undefined>();
  for (const operation of documented) strict.set({ ...withRelaxedBody(operation), servers: [] }, bodySchema(operation));
  const operations = [...strict.keys()];
  const config: IHttpMockConfig = {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    isProxy: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const logger = silentLogger();
  const stateless = createInstance(config, { logger, route });
  // Prism hands the mock component the request, and nothing that goes with it.
  const contexts = new WeakMap<IHttpRequest, RequestContext>();
  const stateful =
    behave &&
    createInstance(config, {
      logger,
      route,
      mock: ({ resource, input }) => {
        const { repeated = [], creationFails } = contexts.get(input.data) ?? {};
        const violations = [...input.validations, ...repeated];
        const result = violations.length > 0 ? invalid(violations) : behave(resource, input.data, creationFails);
        return () => ({ _tag: 'Right', right: toOutput(result) });
      },
    });

  return {
    operations,
    route: createRoutes(operations),
    async answer(operation, request, creationFails) {
      const preference = readPreference(request.headers?.['prefer'], operation);
      if ('problem' in preference) {
        return serviceError('EndPoint.0002', `header.Prefer: ${preference.problem}.`);
      }
      const query = readQuery(operation, request.url.query ?? {});
      if ('problem' in query) {
        const { parameter, problem } = query;
        return serviceError(codesOfParameters[parameter] ?? 'EndPoint.0002', `query.${parameter} ${problem}.`);
      }
      const { body } = request;
      if (body !== undefined && operation.request?.body === undefined) {
        return serviceError('EndPoint.0002', 'body: the operation takes none; leave it out.');
      }
      const relaxed = bodySchema(operation);
      if (relaxed !== undefined && isLarge(body)) {
        const first = firstViolation(relaxed, body, ['body']);
        if (first.length > 0) return invalid(first);
      }
      const repeated = repeatedItems(strict.get(operation), body, ['body']);

      const remembers = stateful !== undefined && !preference.chosen && hasBehaviour(operation.iid ?? '');
      const prism = remembers ? stateful : stateless;
      // Prism chooses by media types, and fails at odd ones; the API knows JSON alone.
      const { accept: _, 'content-type': __, 'content-length': ___, ...others } = request.headers ?? {};
      const headers = body === undefined ? others : { ...others, 'content-type': 'application/json' };
      const asked = { ...request, headers, url: { ...request.url, query: query.known } };
      contexts.set(asked, { repeated, creationFails });
      const ask = async () => {
        const result = await prism.request(asked, [operation], {
          ...config,
          validateResponse: !remembers,
          mock: preference.config,
        })();
        if (result._tag === 'Left') throw result.left;
        return result.right;
      };
      let answered = await ask();
      if (preference.config.dynamic) {
        for (let more = maxRegenerations; more > 0 && answered.validations.output.length > 0; more -= 1) {
          answered = await ask();
        }
      }
      const { output, validations } = answered;
      if (validations.input.some((violation) => violation.code === 401)) {
        return serviceError('EndPoint.0003', missingCredentials);
      }
      const violations = [...validations.input, ...repeated];
      if (violations.length > 0) return invalid(violations);
      const answer = { status: output.statusCode, body: output.body };
      const mistakes = remembers ? answerViolations(operation, answer) : validations.output;
      if (mistakes.length > 0) {
        throw new Error(
          `the document does not allow its own answer to ${operation.iid ?? operation.path}: ${describeViolations(mistakes)}`,
        );
      }
      return answer;
    },
  };
}
