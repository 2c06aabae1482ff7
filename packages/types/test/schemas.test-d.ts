import { describe, expectTypeOf, test } from 'vitest';
import type {
  ErrorBody,
  ConnectionStatus,
  CreatedEndpointService,
  CreateEndpointServiceRequest,
  EndpointService,
  EndpointServiceType,
  PortMapping,
  Protocol,
  ResourceTag,
  ServerType,
  operations,
} from '../src/index.js';
import type { connectionStatusLifecycle, endpointServiceStatusValues } from '../src/index.js';

describe('a request', () => {
  test('needs what the tables mark as mandatory, and nothing more', () => {
    type RequiredKeys<T> = { [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? never : K }[keyof T];
    expectTypeOf<RequiredKeys<CreateEndpointServiceRequest>>().toEqualTypeOf<
      'port_id' | 'vpc_id' | 'server_type' | 'ports'
    >();
  });

  test('keeps fields with a default optional', () => {
    expectTypeOf<CreateEndpointServiceRequest['approval_enabled']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<CreateEndpointServiceRequest['tcp_proxy']>().toEqualTypeOf<
      'close' | 'toa_open' | 'proxy_open' | 'open' | 'proxy_vni' | undefined
    >();
    expectTypeOf<PortMapping['protocol']>().toEqualTypeOf<Protocol | undefined>();
  });

  test('takes only documented values and fields', () => {
    const valid = {
      port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
      vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
      server_type: 'VM',
      ports: [{ client_port: 8080, server_port: 80 }],
    } satisfies CreateEndpointServiceRequest;
    // @ts-expect-error XX is no server type
    expectTypeOf<CreateEndpointServiceRequest>({ ...valid, server_type: 'XX' });
    // @ts-expect-error a user can create interface services only
    expectTypeOf<CreateEndpointServiceRequest>({ ...valid, service_type: 'gateway' });
    // @ts-expect-error the fields of a request are known
    expectTypeOf<CreateEndpointServiceRequest>({ ...valid, approve: true });
    // @ts-expect-error a port is a number
    expectTypeOf<CreateEndpointServiceRequest>({ ...valid, ports: [{ client_port: '8080' }] });
  });
});

describe('a result', () => {
  test('has values that nobody knows yet, beside those that editors offer', () => {
    expectTypeOf<EndpointService['service_type']>().toExtend<EndpointServiceType>();
    expectTypeOf<'of next year'>().toExtend<EndpointServiceType>();
    expectTypeOf<EndpointServiceType>().not.toEqualTypeOf<string>();
    expectTypeOf<number>().not.toExtend<EndpointServiceType>();
  });

  test('always has what every answer has', () => {
    expectTypeOf<EndpointService['id']>().toBeString();
    expectTypeOf<EndpointService['ports']>().toEqualTypeOf<PortMapping[]>();
    expectTypeOf<EndpointService['tags']>().toEqualTypeOf<ResourceTag[] | undefined>();
    expectTypeOf<EndpointService['server_type']>().toEqualTypeOf<ServerType>();
  });

  test('of create can stand wherever a service is wanted, but not the other way round', () => {
    expectTypeOf<CreatedEndpointService>().toExtend<EndpointService>();
    expectTypeOf<EndpointService>().not.toExtend<CreatedEndpointService>();
  });
});

test('every error has the same shape', () => {
  type Failures = Omit<operations['createEndpointService']['responses'], 200>;
  expectTypeOf<Failures[keyof Failures]['content']['application/json']>().toEqualTypeOf<ErrorBody>();
});

test('an array of values spells out each value', () => {
  expectTypeOf<(typeof endpointServiceStatusValues)[number]>().toEqualTypeOf<EndpointService['status']>();
});

test('a life cycle can be asked about any state of its status, and about no other', () => {
  type IsPassing = (typeof connectionStatusLifecycle)['passing']['includes'];
  expectTypeOf<Parameters<IsPassing>[0]>().toEqualTypeOf<ConnectionStatus>();
});
