import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import type { operations } from '@vpcep/types';
import { expect } from 'vitest';
import type { Mock } from '../src/index.js';

const agent = new Agent({ keepAlive: true });

const described = new Map(
  operationsOf(document).map(({ operationId, method, path, operation }) => [
    operationId,
    { method: method.toUpperCase(), path, codes: operation['x-error-codes'] ?? [] },
  ]),
);
/** All operations of the document, which the types are made from. */
export const operationIds = [...described.keys()] as (keyof operations)[];

type Result<Id extends keyof operations> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer B } };
}
  ? B
  : undefined;

/** What to send: values of the path and query by name, more headers, and the body. Unlike a client's, it may be wrong. */
export interface Sent {
  service?: string;
  endpoint?: string;
  path?: Record<string, string>;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What came back. */
export interface Reply {
  status: number;
  body: unknown;
}

/** Calls of one project. */
export interface Api {
  /** Sends a call, whatever comes back. */
  send(id: keyof operations, sent?: Sent): Promise<Reply>;
  /** Sends a call that has to succeed. */
  ok<Id extends keyof operations>(id: Id, sent?: Sent): Promise<Result<Id>>;
  /** Sends a call that has to be refused, with a code that the document has for it, and returns the message. */
  refused(id: keyof operations, code: string, sent?: Sent): Promise<string>;
}

/** A call as it is sent. */
export interface SentCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly text: string | undefined;
}

function callOf(
  project: string,
  id: keyof operations,
  { service, endpoint, path, query, headers, body }: Sent,
): SentCall {
  const operation = described.get(id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  const values: Record<string, string | undefined> = {
    project_id: project,
    vpc_endpoint_service_id: service,
    vpc_endpoint_id: endpoint,
    ...path,
  };
  const filled = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return {
    method: operation.method,
    target: search === '' ? filled : `${filled}?${search}`,
    headers: {
      'X-Auth-Token': 'any',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    text: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** Calls of a project to a mock over HTTP. */
export const apiOf = (
  mock: Pick<Mock, 'url'>,
  project: string,
  answered: (id: keyof operations, headers: IncomingHttpHeaders) => void = () => undefined,
): Api =>
  apiBy(project, async ({ method, target, headers, text: body }, id) => {
    const sent = request(new URL(mock.url + target), { agent, method, headers });
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    answered(id, response.headers);
    const text = await readText(response);
    return { status: response.statusCode ?? 0, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  });

/** Calls of a project, by whatever way they are sent. */
export function apiBy(project: string, sendCall: (call: SentCall, id: keyof operations) => Promise<Reply>): Api {
  const send = (id: keyof operations, sent: Sent = {}) => sendCall(callOf(project, id, sent), id);
  return {
    send,
    async ok<Id extends keyof operations>(id: Id, sent?: Sent) {
      const { status, body } = await send(id, sent);
      // Thousands of calls are made, and an assertion takes longer than many of them.
      if (status >= 300) expect.fail(`${id} was refused with status ${status}: ${JSON.stringify(body)}`);
      // The mock holds its answers against the document, which the types are made from.
      return body as Result<Id>;
    },
    async refused(id, code, sent) {
      const { status, body } = await send(id, sent);
      const { error_code: found, error_msg: message } = (body ?? {}) as Record<string, unknown>;
      if (status < 400 || found !== code) {
        expect.fail(`${id} was not refused with ${code}, but answered with ${status}: ${JSON.stringify(body)}`);
      }
      if (described.get(id)?.codes.includes(code) !== true) expect.fail(`${id} may not be refused with ${code}`);
      return String(message);
    },
  };
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A body that creates a service; each number has a backend of its own. */
export const serviceBody = (number: number, fields: object = {}) => ({
  port_id: uuid(number),
  vpc_id: 'vpc-of-the-owner',
  server_type: 'VM',
  ports: [{ client_port: 8080, server_port: 80 }],
  ...fields,
});

/** A body that creates an endpoint of an interface service. */
export const endpointBody = (service: string, fields: object = {}) => ({
  endpoint_service_id: service,
  vpc_id: 'vpc-of-the-consumer',
  subnet_id: uuid(0),
  ...fields,
});
