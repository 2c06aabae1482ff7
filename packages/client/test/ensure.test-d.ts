import type { Endpoint, EndpointService } from '@vpcep/types';
import { expectTypeOf, test } from 'vitest';
import { ensureEndpoint, ensureEndpointService, type Change } from '../src/ensure/index.js';
import type { OperationId, OperationMethods } from '../src/index.js';

declare const client: OperationMethods;

const fields = { port_id: 'p', vpc_id: 'v', server_type: 'VM', ports: [{ client_port: 1, server_port: 1 }] } as const;
const wanted = { ...fields, ports: [...fields.ports], service_name: 'orders' };

test('what was made is there, and what would be made may be missing', () => {
  expectTypeOf(ensureEndpointService(client, wanted))
    .resolves.toHaveProperty('service')
    .toEqualTypeOf<EndpointService>();
  expectTypeOf(ensureEndpointService(client, wanted, { dryRun: true }))
    .resolves.toHaveProperty('service')
    .toEqualTypeOf<EndpointService | undefined>();
  const endpoint = { endpoint_service_id: 's', vpc_id: 'v' };
  expectTypeOf(ensureEndpoint(client, endpoint)).resolves.toHaveProperty('endpoint').toEqualTypeOf<Endpoint>();
  expectTypeOf(ensureEndpoint(client, endpoint, { dryRun: Boolean(0) }))
    .resolves.toHaveProperty('endpoint')
    .toEqualTypeOf<Endpoint | undefined>();
});

test('changes say which call made them', () => {
  void ensureEndpoint(
    client,
    { id: 'x' },
    { until: 'pendingAcceptance', onChange: (change) => expectTypeOf(change).toEqualTypeOf<Change>() },
  );
  expectTypeOf<Change['operation']>().toEqualTypeOf<OperationId>();
});

test('what identifies a resource has to be given', () => {
  void ensureEndpointService(client, { id: 'x', description: 'of any field alone' });
  // @ts-expect-error neither a name nor an ID
  void ensureEndpointService(client, { ...fields, ports: [...fields.ports] });
  // @ts-expect-error one that may have to be created needs its backend
  void ensureEndpointService(client, { service_name: 'orders' });
  // @ts-expect-error a field that there is not
  void ensureEndpointService(client, { ...wanted, aproval_enabled: true });
  // @ts-expect-error the VPC is missing
  void ensureEndpoint(client, { endpoint_service_id: 's' });
});
