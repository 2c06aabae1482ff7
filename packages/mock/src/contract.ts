import type { IPrismDiagnostic } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpMockConfig,
  type IHttpRequest,
} from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { type Answer, serviceError } from './answer.js';
import { tooLongArrays } from './array-limits.js';
import { readPreference } from './prefer.js';
import { describeViolations } from './violations.js';

/** What the document says: which operations there are, what each accepts, and what it answers. */
export interface Contract {
  readonly operations: readonly IHttpOperation[];
  /** Answers a request to one operation from the document alone. */
  answer(operation: IHttpOperation, request: IHttpRequest): Promise<Answer>;
}

const missingCredentials =
  'Send the header X-Auth-Token, or sign the request and send Authorization; the mock accepts any value.';

/**
 * How often an answer is made up again when it breaks the document. The generator takes `{ a, b }` and `{ b, a }` for
 * different items of a list, so that once in about a thousand lists two are equal that may not be.
 */
const madeUpAgain = 20;

const invalid = (violations: readonly IPrismDiagnostic[]) =>
  serviceError('EndPoint.0002', `${describeViolations(violations)}.`);

/** Prism reports everything that it decides on the way. What matters of it is in the answer. */
function silentLogger(): object {
  const silence = () => undefined;
  const levels = ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal'].map(
    (level) => [level, silence] as const,
  );
  // Of pino's logger, Prism uses the levels and children.
  return { ...Object.fromEntries(levels), child: silentLogger };
}

/**
 * Loads a document, given as an object or as the path of a file.
 *
 * @throws Error when it cannot be read or is not an OpenAPI document.
 */
export async function loadContract(source: object | string): Promise<Contract> {
  // Prism replaces references in place, so it is given a copy.
  const loaded = await getHttpOperationsFromSpec(typeof source === 'string' ? source : structuredClone(source));
  // Requests arrive at the mock, whatever servers the document names.
  const operations = loaded.map((operation) => ({ ...operation, servers: [] }));
  const config: IHttpMockConfig = {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    isProxy: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const prism = createInstance(config, { logger: silentLogger() });

  return {
    operations,
    async answer(operation, request) {
      const preference = readPreference(request.headers?.['prefer'], operation);
      if ('problem' in preference) {
        return serviceError('EndPoint.0002', `header.Prefer: ${preference.problem}.`);
      }
      const tooLong = tooLongArrays(operation.request?.body?.contents?.[0]?.schema, request.body, ['body']);
      if (tooLong.length > 0) return invalid(tooLong);

      // Prism chooses by the media types that are accepted; the API knows JSON alone.
      const { accept: _, ...headers } = request.headers ?? {};
      const ask = async () => {
        const result = await prism.request({ ...request, headers }, [operation], {
          ...config,
          mock: preference.config,
        })();
        if (result._tag === 'Left') throw result.left;
        return result.right;
      };
      let answered = await ask();
      if (preference.config.dynamic) {
        for (let more = madeUpAgain; more > 0 && answered.validations.output.length > 0; more -= 1) {
          answered = await ask();
        }
      }
      const { output, validations } = answered;
      if (validations.input.some((violation) => violation.code === 401)) {
        return serviceError('EndPoint.0003', missingCredentials);
      }
      if (validations.input.length > 0) return invalid(validations.input);
      if (validations.output.length > 0) {
        throw new Error(`the document does not allow its own answer: ${describeViolations(validations.output)}`);
      }
      return { status: output.statusCode, body: output.body };
    },
  };
}
