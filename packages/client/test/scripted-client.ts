import type { Connection, Endpoint, EndpointService } from '@vpcep/types';
import { httpError as createHttpError } from '../src/errors/http-errors.js';
import { VpcepAbortError, type OperationCalls } from '../src/index.js';

export const serviceId = '4189d3c2-8882-4871-a3c2-d380272eed83';
export const endpointId = '03184a04-95d5-4555-86c4-e767a371ff99';

export function service(status: EndpointService['status'], more: Partial<EndpointService> = {}): EndpointService {
  return {
    id: serviceId,
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    service_name: `cn-north-4.orders.${serviceId}`,
    service_type: 'interface',
    server_type: 'VM',
    approval_enabled: false,
    created_at: '2022-04-14T09:35:47Z',
    project_id: '6e9dfd51d1124e8d8498dce894923a0d',
    ports: [{ client_port: 8080, server_port: 80 }],
    status,
    ...more,
  };
}

export function endpoint(status: Endpoint['status'], more: Partial<Endpoint> = {}): Endpoint {
  return {
    id: endpointId,
    service_type: 'interface',
    marker_id: 322312312312,
    endpoint_service_name: `cn-north-4.orders.${serviceId}`,
    endpoint_service_id: serviceId,
    vpc_id: '84758cf5-9c62-43ae-a778-3dbd8370c0a4',
    created_at: '2022-04-14T09:35:47Z',
    project_id: '295dacf46a4842fcbf7844dc2dc2489d',
    status,
    ...more,
  };
}

export function connection(status: Connection['status'], more: Partial<Connection> = {}): Connection {
  return {
    id: endpointId,
    marker_id: 322312312312,
    domain_id: '5fc973eea581490997e82ea11a1df31f',
    created_at: '2022-04-14T09:35:47Z',
    updated_at: '2022-04-14T09:36:47Z',
    status,
    ...more,
  };
}

/** The error that a client makes of an answer. */
export const httpError = (status: number, code?: string) =>
  createHttpError(
    { operation: 'listServiceDetails' },
    { status, code, message: 'made up', requestId: undefined, remedy: undefined, headers: new Headers() },
  );
export const notFound = httpError(404, 'EndPoint.0005');

/** A call that ends only when it is aborted. */
export const hang = Symbol('hang');

/** One call that the scripted client got. */
export interface Call {
  /** Milliseconds on the (faked) clock. */
  at: number;
  args: { path?: unknown; query?: unknown; signal?: AbortSignal };
}

/**
 * A client whose polled methods go through a script, one step for each call, the last again and again: a resource, an
 * error to throw, nothing (not listed), or a call that hangs.
 */
export function scripted(...script: (EndpointService | Endpoint | Connection | Error | typeof hang | undefined)[]) {
  const calls: Call[] = [];
  function step(args: Call['args']): Promise<unknown> {
    const next = script[Math.min(calls.length, script.length - 1)];
    calls.push({ at: performance.now(), args });
    if (next instanceof Error) return Promise.reject(next);
    if (next !== hang) return Promise.resolve(next);
    return new Promise((_, reject) => {
      args.signal?.addEventListener('abort', () => {
        reject(new VpcepAbortError({ operation: 'listServiceDetails' }, args.signal?.reason));
      });
    });
  }
  const listed = async (args: Call['args']) => {
    const found = await step(args);
    return { connections: found === undefined ? [] : [found], total_count: found === undefined ? 0 : 1 };
  };
  const client = { listServiceDetails: step, listEndpointInfoDetails: step, listServiceConnections: listed };
  return {
    calls,
    // A script holds what the test says it holds: resources of the kind that the waiter polls.
    client: client as unknown as OperationCalls<
      'listServiceDetails' | 'listEndpointInfoDetails' | 'listServiceConnections'
    >,
  };
}

/** What a promise comes to, followed from the start, so that no rejection is ever unhandled. */
export function outcomeOf<T>(promise: Promise<T>): Promise<{ value: T } | { error: Error }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof Error) return { error };
      throw new Error('rejected with what is no error', { cause: error });
    },
  );
}
