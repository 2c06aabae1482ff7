import { readAuthorization } from '../authentication/authorization.js';
import { timestamp } from '../clock.js';
import type { RequestEntry } from '../log/log.js';
import { withoutUser } from '../log/shown-target.js';
import { parseBody } from '../request/json-body.js';
import { pathParameters, pathValues } from '../request/path-parameters.js';
import { queryValues, readTarget } from '../request/target.js';
import { typedQuery } from '../request/typed-query.js';
import type { AddressedOperation } from './addressed-operation.js';
import { concealedValue, shownHeaders } from './secrets.js';

/** A request that arrived, and what was answered. No secret is in it: where one was, it says `***`. */
export interface RecordedRequest {
  /** Its number: each that is answered has a higher one than those before it, for the filter `since`. */
  id: number;
  /** When it arrived by the clock of the machine, in UTC, as ISO 8601 writes it. */
  time: string;
  /** When it arrived by the clock of the mock, as the API writes it. */
  clock: string;
  method: string;
  /** The path as it was sent, without the query, and without the prefix of a world. */
  path: string;
  /** The `operationId`; missing when it was for no operation of the document. */
  operation?: string;
  /** The project in the path. */
  project?: string;
  /** The values of the path, decoded, by the names that the document gives them. */
  path_parameters: Record<string, string>;
  /** The query, in the types of the document. Values of parameters that the document does not have are not shown. */
  query: Record<string, unknown>;
  /** The headers by their names in lower case. */
  headers: Record<string, string>;
  /** The names of the headers that were signed, in lower case; missing when the request was not signed. */
  signed_headers?: string[];
  /**
   * The body as it was parsed. Missing when there was none, it was no JSON, it was longer than 64 kB, it gave way to newer
   * ones, or it was not read since the path or the method was wrong.
   */
  body?: unknown;
  /** How many bytes of a body were read. */
  body_bytes: number;
  /** Missing when the connection was cut. */
  status?: number;
  /** What the answer's `X-Request-Id` says. */
  request_id?: string;
  /** The code of an error response, and what it says. */
  error_code?: string;
  error_msg?: string;
  /** What a fault did. */
  fault?: string;
  /** Why the mock failed, with the place in its code. */
  failure?: string;
  /** How long the answer took, in milliseconds. */
  duration_ms: number;
  /** Set when it should not have been sent at all, whatever the mock remembers: see {@link Control.unexpected}. */
  unexpected?: true;
}

/** What the journal keeps of a request, from which a recorded one is made when somebody asks. */
export interface KeptRequest {
  readonly id: number;
  readonly time: number;
  readonly clock: number;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly operation: AddressedOperation | undefined;
  /** The bytes of the body, unless they are too many. */
  body: Uint8Array | undefined;
  readonly bodyBytes: number;
  readonly entry: RequestEntry;
  readonly isUnexpected: boolean;
}

/** The name of the parameter that says whose a resource is. */
const projectParameter = 'project_id';

/** The project in the path of a request. */
export const projectOf = (kept: KeptRequest): string | undefined => valuesOf(kept)[projectParameter];

/** Makes a recorded request from what was kept of it. All of it is new, so that nobody can change what is kept. */
export function recordedRequest(kept: KeptRequest, conceal: (text: string) => string): RecordedRequest {
  const { id, time, clock, headers, operation, entry, bodyBytes, isUnexpected } = kept;
  const target = readTarget(kept.target);
  const values = concealedValue(valuesOf(kept), conceal);
  const project = values[projectParameter];
  const signed = readAuthorization(headers['authorization'] ?? '')?.signedHeaders;
  const body = parsed(kept.body);
  return {
    id,
    time: new Date(time).toISOString(),
    clock: timestamp(clock),
    method: entry.method,
    path: withoutUser(conceal(target.pathname)),
    ...(operation?.id === undefined ? {} : { operation: operation.id }),
    ...(project === undefined ? {} : { project }),
    path_parameters: values,
    query: concealedValue(shownQuery(target.searchParams, operation), conceal),
    headers: shownHeaders(headers, conceal),
    ...(signed === undefined ? {} : { signed_headers: signed.map((name) => conceal(name.toLowerCase())) }),
    ...(body === undefined ? {} : { body: concealedValue(body, conceal) }),
    body_bytes: bodyBytes,
    ...answered(entry),
    duration_ms: entry.duration_ms,
    ...(isUnexpected ? { unexpected: true } : {}),
  };
}

const answered = ({ status, request_id, error_code, error_msg, fault, failure }: RequestEntry) => ({
  ...(status === undefined ? {} : { status }),
  ...(request_id === undefined ? {} : { request_id }),
  ...(error_code === undefined ? {} : { error_code }),
  ...(error_msg === undefined ? {} : { error_msg }),
  ...(fault === undefined ? {} : { fault }),
  ...(failure === undefined ? {} : { failure }),
});

/** The values of the path, by the names that the document gives them. */
const valuesOf = ({ operation, target }: KeptRequest): Record<string, string> =>
  operation === undefined ? {} : pathValues(pathParameters(operation.path), readTarget(target).pathname);

/** Who sends a parameter that the document does not have may have meant it for somebody else, and it may be secret. */
function shownQuery(sent: URLSearchParams, operation: AddressedOperation | undefined): Record<string, unknown> {
  const parameters = operation?.query ?? [];
  const names = new Set(parameters.map(({ name }) => name));
  const values = queryValues(sent);
  const single = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const typed = typedQuery(parameters, Object.fromEntries(single));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, names.has(name) ? (typed[name] ?? value) : '***']),
  );
}

/** A body as JSON; undefined when it is none, which the answer says. */
function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  const read = parseBody(bytes, { 'content-type': 'application/json' });
  return 'body' in read ? read.body : undefined;
}
