import type { ApiError, paths } from '@vpcep/types';
import createOpenapiFetch, { type Client } from 'openapi-fetch';
import { authenticate } from './authentication/authenticate.js';
import { createCredentialSource, type Credentials } from './authentication/credentials.js';
import { resolveBaseUrl, type Target } from './base-url.js';
import { VpcepAbortError } from './errors/vpcep-abort-error.js';
import { VpcepConnectionError } from './errors/vpcep-connection-error.js';
import { VpcepError } from './errors/vpcep-error.js';
import { VpcepHttpError } from './errors/vpcep-http-error.js';
import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { operationTable } from './generated/operations.js';
import type { CallOptions, OperationId } from './operation-types.js';
import { fillPath } from './path.js';

/** Options of {@link createVpcepClient}. */
export type VpcepClientOptions = Target & {
  /** ID of the project whose resources the calls are about. A call may name another in `path.project_id`. */
  projectId: string;
  /** What authenticates the requests. */
  credentials: Credentials;
  /**
   * Sends the requests.
   *
   * @default globalThis.fetch
   */
  fetch?: (request: Request) => Promise<Response>;
};

/** A client of the API: one method per operation, and `http` below them. */
export interface VpcepClient extends OperationMethods {
  /**
   * The plain openapi-fetch client, for those who prefer `{ data, error, response }` over results and exceptions. It
   * authenticates its requests like the methods do. Paths and arguments are those of the document.
   */
  readonly http: Client<paths>;
}

/** The arguments of any operation, as they look once the types have done their work. */
interface AnyArguments extends CallOptions {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What openapi-fetch does for any operation. */
type AnyRequest = (
  method: string,
  path: string,
  init: {
    params: { path: Record<string, string>; query: Record<string, unknown> };
    body?: unknown;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * Creates a client for one project.
 *
 * @throws VpcepValidationError when an option is missing or breaks its rule.
 */
export function createVpcepClient(options: VpcepClientOptions): VpcepClient {
  const { projectId, credentials, fetch } = options;
  if (typeof projectId !== 'string' || projectId === '') {
    throw new VpcepValidationError('projectId', 'must be a non-empty string');
  }
  const source = createCredentialSource(credentials);
  const http = createOpenapiFetch<paths>({
    baseUrl: resolveBaseUrl(options),
    // Redirected to another host, a request would take its token along.
    redirect: 'manual',
    pathSerializer: fillPath,
    ...(fetch === undefined ? {} : { fetch }),
  });
  http.use({
    async onRequest({ request, schemaPath, params }) {
      // openapi-fetch leaves a path as it is when it is given no values at all.
      if (params.path === undefined) fillPath(schemaPath, {});
      const { method, url, headers } = request;
      if (headers.has('X-Auth-Token')) return;
      const body = await request.clone().text();
      const project = (params.path as Record<string, string>)['project_id'];
      authenticate({ method, url, headers, body }, await source.get(), project, () => new Date());
    },
  });

  // The table that the methods are made from holds any operation; their types hold each one to its own arguments.
  const request = http.request as AnyRequest;
  const methods = Object.fromEntries(
    Object.keys(operationTable).map((id) => [
      id,
      (args: AnyArguments = {}) =>
        callOperation(request, id as OperationId, { ...args, path: { project_id: projectId, ...args.path } }),
    ]),
  ) as unknown as OperationMethods;
  return { ...methods, http };
}

async function callOperation(
  request: AnyRequest,
  id: OperationId,
  { path, query = {}, body, ...options }: AnyArguments & { path: Record<string, string> },
): Promise<unknown> {
  const { method, path: template } = operationTable[id];
  let answer;
  try {
    answer = await request(method, template, {
      params: { path, query },
      ...(body === undefined ? {} : { body }),
      ...options,
    });
  } catch (error) {
    if (error instanceof VpcepError) throw error;
    if (options.signal?.aborted) throw new VpcepAbortError(id, options.signal.reason);
    if (error instanceof SyntaxError) {
      throw new VpcepConnectionError(id, 'the answer is not valid JSON', { cause: error });
    }
    throw new VpcepConnectionError(id, 'no answer arrived', { cause: error });
  }
  if (answer.response.ok) return answer.data;
  if (isApiError(answer.error)) {
    throw new VpcepHttpError(id, answer.response, answer.error.error_code, answer.error.error_msg);
  }
  throw new VpcepHttpError(id, answer.response, undefined, 'the answer is not one of the API');
}

function isApiError(body: unknown): body is ApiError {
  return (
    typeof body === 'object' &&
    body !== null &&
    'error_code' in body &&
    typeof body.error_code === 'string' &&
    'error_msg' in body &&
    typeof body.error_msg === 'string'
  );
}
