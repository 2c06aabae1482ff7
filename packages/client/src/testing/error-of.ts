import { errorCatalogue, type ErrorCode } from '../error-catalogue.js';
import { httpError, mayHaveBeenDone, type VpcepHttpError } from '../errors/http-errors.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { operationTable } from '../generated/operations.js';
import { checkKind, checkKnown } from '../given/known-options.js';
import type { OperationId } from '../operation-types.js';

/** Options of {@link errorOf}. */
export interface ErrorOfOptions {
  /**
   * The call that fails.
   *
   * @default 'listEndpoints', which fits where nothing looks at it
   */
  operation?: OperationId | undefined;
  /**
   * The ID under which the gateway knows the request.
   *
   * @default none, as where no gateway has seen it
   */
  requestId?: string | undefined;
  /**
   * What the service says.
   *
   * @default what the catalogue says
   */
  message?: string | undefined;
  /**
   * The HTTP status of the answer: some codes come with several.
   *
   * @default the one that the catalogue names first
   */
  status?: number | undefined;
  /**
   * How often the call was tried.
   *
   * @default 1
   */
  attempts?: number | undefined;
  /**
   * Whether the error has the remedy, like the errors of a client that was given the catalogue.
   *
   * @default false
   */
  remedy?: boolean | undefined;
}

const optionKinds: Record<keyof ErrorOfOptions, string> = {
  operation: 'string',
  requestId: 'string',
  message: 'string',
  status: 'number',
  attempts: 'number',
  remedy: 'boolean',
};

/**
 * The error that a client throws for an answer with this code: of the class that fits, with the status and the message of
 * the catalogue. Its `url` has the names of path values in their places, such as `{project_id}`, and its `callId` is that of
 * no call, `'0'`.
 *
 * @throws VpcepValidationError when the catalogue does not have the code, the API not the operation, or an option is unknown or
 * of another kind.
 *
 * @example
 * const vpcep = stubClient({ listServiceDetails: errorOf('EndPoint.0005') });
 */
export function errorOf(code: ErrorCode, options: ErrorOfOptions = {}): VpcepHttpError {
  // Programs without types give anything.
  checkKind('code', code, 'string');
  checkKind('options', options, 'Object');
  checkKnown(options, optionKinds);
  const known = errorCatalogue.get(code);
  if (known === undefined)
    throw new VpcepValidationError('code', `the catalogue does not have ${JSON.stringify(code)}`);
  const { operation = 'listEndpoints', requestId, message = known.message, status = known.status } = options;
  if (!Object.hasOwn(operationTable, operation)) {
    throw new VpcepValidationError('operation', `the API has no operation ${operation}`);
  }
  const [method, path] = operationTable[operation];
  return httpError(
    {
      callId: '0',
      operation,
      method,
      // As nobody knows what it was called with.
      url: `https://vpcep.example${path}`,
      attempts: options.attempts ?? 1,
      outcome: mayHaveBeenDone(status, code, undefined) ? 'unknown' : 'not done',
    },
    {
      status,
      code,
      message,
      requestId,
      remedy: options.remedy ? known.remedy : undefined,
      headers: new Headers(requestId === undefined ? {} : { 'X-Request-Id': requestId }),
    },
  );
}
