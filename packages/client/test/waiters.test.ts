import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { VpcepConnectionError, VpcepHttpError } from '../src/index.js';
import { VpcepTimeoutError } from '../src/errors/call-errors.js';
import { VpcepWaiterError } from '../src/errors/waiter-error.js';
import { waitForConnection } from '../src/waiters/connection-waiter.js';
import { waitForEndpointService, waitForEndpointServiceGone } from '../src/waiters/endpoint-service-waiters.js';
import { waitForEndpoint, waitForEndpointGone } from '../src/waiters/endpoint-waiters.js';
import {
  connection,
  endpoint,
  endpointId,
  hang,
  httpError,
  notFound,
  outcomeOf,
  scripted,
  service,
  serviceId,
} from './scripted-client.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a wait to its end on the faked clock. */
async function finished<T>(promise: Promise<T>) {
  const outcome = outcomeOf(promise);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('waitForEndpointService', () => {
  test('returns the service once it is available', async () => {
    const { client, calls } = scripted(service('creating'), service('creating'), service('available'));
    expect(await finished(waitForEndpointService(client, serviceId))).toEqual({ value: service('available') });
    expect(calls.map(({ args }) => args.path)).toEqual(Array(3).fill({ vpc_endpoint_service_id: serviceId }));
  });

  test('polls another project when asked', async () => {
    const { client, calls } = scripted(service('available'));
    await finished(waitForEndpointService(client, serviceId, { projectId: 'other' }));
    expect(calls[0]?.args.path).toEqual({ project_id: 'other', vpc_endpoint_service_id: serviceId });
  });

  test('rejects with what the failed service says about itself', async () => {
    const failed = service('failed', {
      error: [
        { error_code: 'EndPoint.3001', error_message: 'Failed to create a port.' },
        { code: 'EndPoint.3042', message: 'The port is not in the VPC.' },
      ],
    });
    const { client } = scripted(service('creating'), failed);
    const outcome = await finished(waitForEndpointService(client, serviceId));
    expect(outcome).toEqual({ error: expect.any(VpcepWaiterError) as VpcepWaiterError });
    expect(outcome).toMatchObject({
      error: {
        operation: 'waitForEndpointService',
        state: 'failed',
        resource: failed,
        reasons: [
          { code: 'EndPoint.3001', message: 'Failed to create a port.' },
          { code: 'EndPoint.3042', message: 'The port is not in the VPC.' },
        ],
        message:
          `waitForEndpointService: ${serviceId}: failed: ` +
          'EndPoint.3001 Failed to create a port.; EndPoint.3042 The port is not in the VPC.',
      },
    });
  });

  test('rejects at once when the service is being deleted, without reasons', async () => {
    const { client } = scripted(service('deleting'));
    expect(await finished(waitForEndpointService(client, serviceId))).toMatchObject({
      error: { name: 'VpcepWaiterError', reasons: [], message: `waitForEndpointService: ${serviceId}: deleting` },
    });
  });

  test('bears with a new service that is not found yet, for 30 seconds', async () => {
    const soon = scripted(notFound, notFound, service('creating'), service('available'));
    expect(await finished(waitForEndpointService(soon.client, serviceId))).toEqual({ value: service('available') });

    const never = scripted(notFound);
    expect(await finished(waitForEndpointService(never.client, serviceId))).toMatchObject({
      error: { name: 'VpcepWaiterError', state: 'not found', resource: undefined, reasons: [] },
    });
    const [first, ...others] = never.calls.map(({ at }) => at);
    const lasted = (others.at(-1) ?? 0) - (first ?? 0);
    expect(lasted).toBeGreaterThanOrEqual(30_000);
    expect(lasted).toBeLessThanOrEqual(40_000);
  });

  test('rejects when a service that was there is gone, with the service as it was', async () => {
    const { client, calls } = scripted(service('creating'), notFound);
    expect(await finished(waitForEndpointService(client, serviceId))).toMatchObject({
      error: { name: 'VpcepWaiterError', state: 'not found', resource: service('creating') },
    });
    expect(calls).toHaveLength(2);
  });

  test.each([
    ['of a gateway', httpError(404, 'APIGW.0101')],
    ['of a proxy', httpError(404)],
  ])('takes a 404 %s for a wrong address', async (_, error) => {
    const { client, calls } = scripted(error);
    expect(await finished(waitForEndpointService(client, serviceId))).toEqual({ error });
    expect(calls).toHaveLength(1);
  });
});

describe.each([
  {
    waitFor: waitForEndpointServiceGone,
    id: serviceId,
    resource: service,
    up: 'available' as const,
    path: { vpc_endpoint_service_id: serviceId },
  },
  {
    waitFor: waitForEndpointGone,
    id: endpointId,
    resource: endpoint,
    up: 'accepted' as const,
    path: { vpc_endpoint_id: endpointId },
  },
])('$waitFor.name', ({ waitFor, id, resource, up, path }) => {
  // Each waiter gets the states of its own kind of resource.
  const at = (status: 'deleting' | 'failed' | typeof up) => (resource as typeof service)(status as 'deleting');

  test('resolves with nothing once the resource is not found, which may first show as it was', async () => {
    const { client, calls } = scripted(at(up), at(up), at('deleting'), notFound);
    expect(await finished(waitFor(client, id))).toEqual({ value: undefined });
    expect(calls.map(({ args }) => args.path)).toEqual(Array(4).fill(path));
  });

  test('resolves at once when the resource is not there', async () => {
    const { client, calls } = scripted(notFound);
    expect(await finished(waitFor(client, id))).toEqual({ value: undefined });
    expect(calls).toHaveLength(1);
  });

  test('waits for a failed resource to be gone, even when its state comes late', async () => {
    const { client } = scripted(at('failed'), at('deleting'), at('failed'), at('deleting'), notFound);
    expect(await finished(waitFor(client, id))).toEqual({ value: undefined });
  });

  test('rejects when the deletion fails', async () => {
    const { client } = scripted(at(up), at('deleting'), at('failed'));
    expect(await finished(waitFor(client, id))).toMatchObject({
      error: { name: 'VpcepWaiterError', operation: waitFor.name, state: 'failed', resource: at('failed') },
    });
  });

  test.each([
    ['of a gateway', httpError(404, 'APIGW.0101')],
    ['of a proxy', httpError(404)],
  ])('does not take a 404 %s for success', async (_, error) => {
    const { client } = scripted(at('deleting'), error);
    expect(await finished(waitFor(client, id))).toEqual({ error });
  });
});

describe('waitForEndpoint', () => {
  test('returns the endpoint once it is accepted', async () => {
    const { client, calls } = scripted(endpoint('creating'), endpoint('pendingAcceptance'), endpoint('accepted'));
    expect(await finished(waitForEndpoint(client, endpointId))).toEqual({ value: endpoint('accepted') });
    expect(calls[0]?.args.path).toEqual({ vpc_endpoint_id: endpointId });
  });

  test.each(['pendingAcceptance', 'accepted'] as const)(
    'asked for pendingAcceptance, returns an endpoint that is %s',
    async (status) => {
      const { client, calls } = scripted(endpoint('creating'), endpoint(status));
      expect(await finished(waitForEndpoint(client, endpointId, { until: 'pendingAcceptance' }))).toEqual({
        value: endpoint(status),
      });
      expect(calls).toHaveLength(2);
    },
  );

  test.each(['rejected', 'failed', 'deleting'] as const)('rejects when the endpoint is %s', async (state) => {
    for (const until of ['accepted', 'pendingAcceptance'] as const) {
      const { client } = scripted(endpoint('creating'), endpoint(state));
      expect(await finished(waitForEndpoint(client, endpointId, { until }))).toMatchObject({
        error: { name: 'VpcepWaiterError', operation: 'waitForEndpoint', state, resource: endpoint(state) },
      });
    }
  });

  test('reads the error of the endpoint when it is a single object', async () => {
    const { client } = scripted(endpoint('failed', { error: { code: 'EndPoint.2022', message: 'Failed.' } }));
    expect(await finished(waitForEndpoint(client, endpointId))).toMatchObject({
      error: {
        reasons: [{ code: 'EndPoint.2022', message: 'Failed.' }],
        message: `waitForEndpoint: ${endpointId}: failed: EndPoint.2022 Failed.`,
      },
    });
  });

  test('bears with a new endpoint that is not found yet, not with one that is gone', async () => {
    const young = scripted(notFound, endpoint('accepted'));
    expect(await finished(waitForEndpoint(young.client, endpointId))).toEqual({ value: endpoint('accepted') });
    const gone = scripted(endpoint('creating'), notFound);
    expect(await finished(waitForEndpoint(gone.client, endpointId))).toMatchObject({ error: { state: 'not found' } });
  });
});

describe('waitForConnection', () => {
  test('returns the connection once it is accepted, however late it is listed', async () => {
    const { client, calls } = scripted(
      ...Array<undefined>(20).fill(undefined),
      connection('pendingAcceptance'),
      connection('accepted'),
    );
    expect(await finished(waitForConnection(client, serviceId, endpointId))).toEqual({ value: connection('accepted') });
    expect(calls).toHaveLength(22);
    expect(calls.at(-1)?.at).toBeGreaterThan(30_000);
    expect(calls[0]?.args).toMatchObject({
      path: { vpc_endpoint_service_id: serviceId },
      query: { id: endpointId },
    });
  });

  test('returns the connection that asks for acceptance when asked for that', async () => {
    const { client } = scripted(undefined, connection('pendingAcceptance'));
    expect(await finished(waitForConnection(client, serviceId, endpointId, { until: 'pendingAcceptance' }))).toEqual({
      value: connection('pendingAcceptance'),
    });
  });

  test('takes no other connection for the one that it waits for', async () => {
    const { client } = scripted(connection('accepted', { id: 'another' }), connection('accepted'));
    expect(await finished(waitForConnection(client, serviceId, endpointId))).toEqual({ value: connection('accepted') });
  });

  test.each(['rejected', 'failed', 'deleting'] as const)('rejects when the connection is %s', async (state) => {
    const { client } = scripted(connection(state));
    expect(await finished(waitForConnection(client, serviceId, endpointId))).toMatchObject({
      error: { name: 'VpcepWaiterError', operation: 'waitForConnection', state, resource: connection(state) },
    });
  });

  test('rejects when the connection is no longer listed', async () => {
    const { client } = scripted(connection('pendingAcceptance'), undefined);
    expect(await finished(waitForConnection(client, serviceId, endpointId))).toMatchObject({
      error: { name: 'VpcepWaiterError', state: 'not found', resource: connection('pendingAcceptance') },
    });
  });

  test('rejects with the 404 when the service is not there', async () => {
    const { client } = scripted(notFound);
    const outcome = await finished(waitForConnection(client, serviceId, endpointId));
    expect(outcome).toEqual({ error: expect.any(VpcepHttpError) as VpcepHttpError });
  });

  test('refuses an empty ID of an endpoint, which as a filter would mean something else', async () => {
    const { client, calls } = scripted(connection('accepted'));
    expect(await finished(waitForConnection(client, serviceId, ''))).toMatchObject({
      error: { name: 'VpcepValidationError', field: 'endpointId' },
    });
    expect(calls).toEqual([]);
  });
});

describe('what fails in passing', () => {
  test.each<[string, Error]>([
    ['status 503', httpError(503)],
    ['status 500', httpError(500, 'EndPoint.0001')],
    ['status 429', httpError(429, 'APIGW.0308')],
    ['status 408', httpError(408, 'APIGW.0201')],
    ['throttling of the service', httpError(400, 'EndPoint.0022')],
    ['no answer', new VpcepConnectionError({ operation: 'listServiceDetails' }, 'no answer arrived')],
    [
      'a call that timed out',
      new VpcepTimeoutError({ operation: 'listServiceDetails' }, 'no answer within 30 s', { option: 'timeout' }),
    ],
  ])('does not end the wait after a first answer: %s', async (_, error) => {
    const states: string[] = [];
    const { client } = scripted(service('creating'), error, error, service('available'));
    const wait = waitForEndpointService(client, serviceId, { onProgress: ({ state }) => states.push(state) });
    expect(await finished(wait)).toEqual({ value: service('available') });
    expect(states).toEqual(['creating', 'unknown', 'unknown', 'available']);
  });

  test('ends the wait when it is the first poll that fails', async () => {
    const error = httpError(503);
    const { client, calls } = scripted(error, service('available'));
    expect(await finished(waitForEndpointService(client, serviceId))).toEqual({ error });
    expect(calls).toHaveLength(1);
  });

  test('is the cause of the timeout when it lasts', async () => {
    const error = httpError(503);
    const { client } = scripted(notFound, service('creating'), error);
    const outcome = await finished(
      waitForEndpointService(client, serviceId, { timeout: '20s', minDelay: '5s', maxDelay: '5s' }),
    );
    expect(outcome).toMatchObject({
      error: {
        name: 'VpcepTimeoutError',
        message: `waitForEndpointService: ${serviceId} is not done within 20 s, the timeout; seen: not found once, creating once, unknown 2 times`,
        cause: error,
      },
    });
  });

  test('is not the cause of the timeout when it has passed', async () => {
    const { client } = scripted(service('creating'), httpError(503), service('creating'));
    const outcome = await finished(waitForEndpointService(client, serviceId, { timeout: '20s' }));
    expect(outcome).toMatchObject({ error: { name: 'VpcepTimeoutError' } });
    expect('error' in outcome && 'cause' in outcome.error).toBe(false);
  });

  test.each([httpError(401, 'EndPoint.0003'), httpError(403, 'EndPoint.0004'), httpError(400, 'EndPoint.0014')])(
    'is something else than %s, which ends the wait',
    async (error) => {
      const { client, calls } = scripted(service('creating'), error, service('available'));
      expect(await finished(waitForEndpointService(client, serviceId))).toEqual({ error });
      expect(calls).toHaveLength(2);
    },
  );

  test('is not what never answers: the timeout ends the running call', async () => {
    const { client, calls } = scripted(hang);
    const began = performance.now();
    expect(await finished(waitForEndpointService(client, serviceId, { timeout: '1m' }))).toMatchObject({
      error: {
        name: 'VpcepTimeoutError',
        operation: 'waitForEndpointService',
        option: 'timeout',
        resource: serviceId,
        message: `waitForEndpointService: ${serviceId} is not done within 60 s, the timeout; seen: nothing`,
      },
    });
    expect(performance.now() - began).toBe(60_000);
    expect(calls[0]?.args.signal?.aborted).toBe(true);
  });
});
