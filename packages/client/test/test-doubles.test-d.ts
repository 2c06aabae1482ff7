import type { Endpoint } from '@vpcep/types';
import { describe, expectTypeOf, test, vi } from 'vitest';
import type { CreateEndpointArguments, OperationCalls, VpcepClient, VpcepHttpError } from '../src/index.js';
import { errorOf, inTurn, stubClient } from '../src/testing/index.js';

declare const accepted: Endpoint;

describe('stubClient', () => {
  test('makes what stands in for a client', () => {
    const vpcep = stubClient({ listEndpoints: { endpoints: [], total_count: 0 } });
    expectTypeOf(vpcep).toExtend<VpcepClient>();
    expectTypeOf(vpcep).toExtend<OperationCalls<'listEndpoints' | 'createEndpoint'>>();
  });

  test('takes results, errors, and functions of the arguments that return either', () => {
    stubClient({ listEndpointInfoDetails: accepted, deleteEndpoint: undefined });
    stubClient({ listEndpointInfoDetails: new Error('no'), deleteEndpoint: errorOf('EndPoint.0005') });
    stubClient({
      listEndpointInfoDetails({ path }) {
        expectTypeOf(path.vpc_endpoint_id).toBeString();
        return path.vpc_endpoint_id === '' ? errorOf('EndPoint.0005') : accepted;
      },
      deleteEndpoint: () => Promise.resolve(undefined),
    });
    stubClient({ listEndpointInfoDetails: inTurn(errorOf('EndPoint.0005'), accepted) });
    stubClient({ listEndpointInfoDetails: vi.fn(() => accepted) });
    stubClient({
      listQuotaDetails: { quotas: { resources: [{ type: 'endpoint', used: 1, quota: 50 }] } },
    });
  });

  test('refuses what the call does not come to', () => {
    // @ts-expect-error a list has a total
    stubClient({ listEndpoints: { endpoints: [] } });
    // @ts-expect-error no such operation
    stubClient({ listEndpoint: { endpoints: [], total_count: 0 } });
    // @ts-expect-error nothing is no list
    stubClient({ listEndpoints: () => undefined });
    // @ts-expect-error one of them is no endpoint
    stubClient({ listEndpointInfoDetails: inTurn(accepted, 404) });
  });

  test('knows the arguments of each call', () => {
    const vpcep = stubClient({});
    expectTypeOf(vpcep.callsOf('createEndpoint')).toEqualTypeOf<CreateEndpointArguments[]>();
    for (const call of vpcep.calls) {
      if (call.operation === 'createEndpoint') expectTypeOf(call.args).toEqualTypeOf<CreateEndpointArguments>();
    }
  });
});

test('errorOf takes a code of the catalogue', () => {
  expectTypeOf(errorOf('EndPoint.0005', { operation: 'deleteEndpoint' })).toEqualTypeOf<VpcepHttpError>();
  // @ts-expect-error no such code
  errorOf('EndPoint.9999');
  // @ts-expect-error no such operation
  errorOf('EndPoint.0005', { operation: 'deleteEndpoints' });
});
