import type { Connection, Endpoint, EndpointService } from '@vpcep/types';
import { expectTypeOf, test } from 'vitest';
import type { VpcepClient } from '../src/index.js';
import { waitForConnection } from '../src/waiters/connection-waiter.js';
import { waitForEndpointService, waitForEndpointServiceGone } from '../src/waiters/endpoint-service-waiters.js';
import { waitForEndpoint, waitForEndpointGone } from '../src/waiters/endpoint-waiters.js';

declare const client: VpcepClient;

test('waiters resolve with what they wait for, or with nothing when it is gone', () => {
  expectTypeOf(waitForEndpointService(client, 'x')).resolves.toEqualTypeOf<EndpointService>();
  expectTypeOf(waitForEndpoint(client, 'x')).resolves.toEqualTypeOf<Endpoint>();
  expectTypeOf(waitForConnection(client, 'x', 'y')).resolves.toEqualTypeOf<Connection>();
  expectTypeOf(waitForEndpointServiceGone(client, 'x')).resolves.toBeVoid();
  expectTypeOf(waitForEndpointGone(client, 'x')).resolves.toBeVoid();
});

test('waiters need no more of a client than one method', () => {
  const { listServiceDetails } = client;
  void waitForEndpointService({ listServiceDetails }, 'x');
  void waitForEndpointServiceGone({ listServiceDetails }, 'x');
  // @ts-expect-error the client has not the method
  void waitForEndpoint({ listServiceDetails }, 'x');
});

test('waiters take lengths of time, a signal, a project and a listener', () => {
  const { signal } = new AbortController();
  void waitForEndpointService(client, 'x', { signal, timeout: '5m', minDelay: 500, maxDelay: '1.5s', projectId: 'p' });
  void waitForEndpointService(client, 'x', {
    onProgress({ state, resource, attempt, elapsed }) {
      expectTypeOf(state).toEqualTypeOf<EndpointService['status'] | 'not found' | 'unknown'>();
      expectTypeOf(resource).toEqualTypeOf<EndpointService | undefined>();
      expectTypeOf(attempt).toEqualTypeOf<number>();
      expectTypeOf(elapsed).toEqualTypeOf<number>();
    },
  });
  void waitForConnection(client, 'x', 'y', {
    onProgress: ({ resource }) => expectTypeOf(resource).toEqualTypeOf<Connection | undefined>(),
  });
  // @ts-expect-error no length of time
  void waitForEndpointService(client, 'x', { timeout: '5 minutes' });
  // @ts-expect-error no such option
  void waitForEndpointService(client, 'x', { interval: 5 });
});

test('only connections have something to choose', () => {
  void waitForEndpoint(client, 'x', { until: 'pendingAcceptance' });
  void waitForConnection(client, 'x', 'y', { until: 'accepted' });
  // @ts-expect-error a service has one state that is waited for
  void waitForEndpointService(client, 'x', { until: 'available' });
  // @ts-expect-error a rejection is an error
  void waitForEndpoint(client, 'x', { until: 'rejected' });
  // @ts-expect-error the endpoint is missing
  void waitForConnection(client, 'x');
});
