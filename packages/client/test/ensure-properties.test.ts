import { startMock, type Mock, type MockState } from '@vpcep/mock';
import { scaled } from '@vpcep/testing';
import type { PortMapping } from '@vpcep/types';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ensureEndpoint,
  ensureEndpointService,
  type DesiredEndpoint,
  type DesiredEndpointService,
} from '../src/ensure/index.js';
import { VpcepError } from '../src/index.js';
import { changing, projectId, quick } from './ensure-fixture.js';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'manual(1)' });
});
afterAll(() => mock.close());

type ServiceState = MockState['services'][number];
type EndpointState = MockState['endpoints'][number];

const settled = { vpc_id: 'vpc', server_type: 'VM' } as const;
const created = { project_id: projectId, created_at: '2026-01-01T00:00:00Z' };
const serviceId = '4189d3c2-8882-4871-a3c2-d380272eed83';

const portId = fc.constantFrom('35d0f7e2-8882-4871-a3c2-d380272eed83', '0d7e94b1-52c8-4f3a-a6d7-e48b19c03f52');
const few = fc.integer({ min: 1, max: 3 });
const portOf = ({ client_port, server_port, protocol = 'TCP' }: PortMapping) =>
  [client_port, server_port, protocol].join('/');
const ports = fc.uniqueArray(
  fc.record(
    { client_port: few, server_port: few, protocol: fc.constantFrom('TCP' as const, 'UDP' as const) },
    { requiredKeys: ['client_port', 'server_port'] },
  ),
  { selector: portOf, minLength: 1, maxLength: 4 },
);
const tags = fc.uniqueArray(
  fc.record(
    { key: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.constantFrom('', '1', '2') },
    { requiredKeys: ['key'] },
  ),
  { selector: ({ key }) => key },
);
const entries = fc.array(
  fc.constantFrom('*', 'iam:domain::a', 'iam:domain::b', 'organizations:orgPath::o', 'organizations:orgPath::*'),
  { maxLength: 5 },
);
const text = fc.constantFrom('', 'one', 'two');
const changeable = {
  port_id: portId,
  ports,
  tags,
  permissions: entries,
  description: text,
  approval_enabled: fc.boolean(),
  tcp_proxy: fc.constantFrom('close' as const, 'open' as const),
};

const desiredService: fc.Arbitrary<DesiredEndpointService> = fc
  .record(changeable, { requiredKeys: ['port_id', 'ports'] })
  .map((fields) => ({ service_name: 'orders', ...settled, ...fields }));
const knownService: fc.Arbitrary<ServiceState> = fc
  .record(changeable)
  .map(({ permissions, tags: known, ...fields }) => ({
    ...created,
    ...settled,
    ...fields,
    id: serviceId,
    name: 'orders',
    status: 'available',
    tags: known.map(({ key, value = '' }) => ({ key, value })),
    permissions: [...new Set(permissions)].map((permission, index) => ({
      ...created,
      id: `permission-${index}`,
      permission,
    })),
  }));

/** How a service is, in words that do not depend on how it is written down. */
const serviceAsIs = (state: ServiceState) => ({
  port_id: state.port_id,
  ports: state.ports.map(portOf).sort(),
  tags: state.tags?.map(({ key, value }) => `${key}=${value}`).sort(),
  permissions: state.permissions?.map(({ permission }) => permission).sort(),
  description: state.description,
  approval_enabled: state.approval_enabled,
  tcp_proxy: state.tcp_proxy,
});
const serviceAsWanted = ({ port_id, ports: wantedPorts, ...wanted }: DesiredEndpointService) => ({
  ...(port_id !== undefined && { port_id }),
  ...(wantedPorts && {
    ports: wantedPorts.map(portOf).sort(),
  }),
  ...(wanted.tags && { tags: wanted.tags.map(({ key, value = '' }) => `${key}=${value}`).sort() }),
  ...(wanted.permissions && { permissions: [...new Set(wanted.permissions)].sort() }),
  ...(wanted.description !== undefined && { description: wanted.description }),
  ...(wanted.approval_enabled !== undefined && { approval_enabled: wanted.approval_enabled }),
  ...(wanted.tcp_proxy && { tcp_proxy: wanted.tcp_proxy }),
});

const gone = fc.constant(undefined);
/** A connection that is cut once: which of the requests it hits, and whether before or after that takes effect. */
const cut = fc.record({
  after: fc.integer({ min: 0, max: 12 }),
  drop: fc.constantFrom('request' as const, 'answer' as const),
  times: fc.constant(1),
});
const retries = fc.constantFrom(0, 2);

/** Runs, and lets a run fail as it does when the connection is cut. */
async function perhaps(run: Promise<unknown>): Promise<void> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof VpcepError)) throw error;
    expect(error.name).toMatch(/^Vpcep(Connection|Timeout)Error$/);
  }
}

describe('a service', () => {
  const only = (): ServiceState => {
    const [service, ...others] = mock.state().services;
    expect(others).toEqual([]);
    if (service === undefined) throw new Error('there is no service');
    return service;
  };
  const load = (known: ServiceState | undefined) => {
    mock.load({
      services: known ? [known] : [],
      endpoints: [],
      transitions: { endpoint_service: 'manual(1)', endpoint_service_update: 'manual(1)' },
    });
    mock.setFaults([]);
  };

  test('gets from any state to any other in one run, as a dry run says, and a second run only reads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(knownService, gone), desiredService, async (known, desired) => {
        load(known);
        const { client, sent } = changing(mock);
        const plan = await ensureEndpointService(client, desired, { dryRun: true });
        expect(sent).toEqual([]);
        const run = await ensureEndpointService(client, desired, quick);
        expect(run.changes.map(String).sort()).toEqual(plan.changes.map(String).sort());
        expect(run.created).toBe(known === undefined);
        expect(serviceAsIs(only())).toMatchObject(serviceAsWanted(desired));
        // What is not wanted otherwise is as it was.
        if (known) expect(serviceAsIs(only())).toEqual({ ...serviceAsIs(known), ...serviceAsWanted(desired) });
        sent.length = 0;
        expect(await ensureEndpointService(client, desired, quick)).toMatchObject({ created: false, changes: [] });
        expect(sent).toEqual([]);
      }),
      { numRuns: scaled(30) },
    );
  });

  test('gets there by another run, and once, when any connection was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(knownService, gone),
        desiredService,
        cut,
        retries,
        async (known, desired, fault, maxRetries) => {
          load(known);
          const { client, sent } = changing(mock, { maxRetries });
          mock.setFaults([fault]);
          await perhaps(ensureEndpointService(client, desired, quick));
          mock.setFaults([]);
          await ensureEndpointService(client, desired, quick);
          expect(serviceAsIs(only())).toMatchObject(serviceAsWanted(desired));
          sent.length = 0;
          expect(await ensureEndpointService(client, desired, quick)).toMatchObject({ changes: [] });
          expect(sent).toEqual([]);
        },
      ),
      { numRuns: scaled(30) },
    );
  });
});

describe('an endpoint', () => {
  const addresses = fc.array(fc.constantFrom('10.0.0.1', '10.0.0.2', '10.1.0.0/16'), { maxLength: 4 });
  const fields = { whitelist: addresses, enable_whitelist: fc.boolean(), tags };
  const identity = {
    endpoint_service_id: serviceId,
    vpc_id: 'vpc',
    subnet_id: '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de',
  };
  const desiredEndpoint: fc.Arbitrary<DesiredEndpoint> = fc
    .record(fields, { requiredKeys: [] })
    .map((wanted) => ({ ...identity, ...wanted }));
  const knownEndpoint: fc.Arbitrary<EndpointState> = fc.record(fields).map(({ tags: known, ...state }) => ({
    ...created,
    ...identity,
    ...state,
    id: '03184a04-95d5-4555-86c4-e767a371ff99',
    service_type: 'interface',
    marker_id: 1,
    address: '192.168.0.9',
    status: 'accepted',
    tags: known.map(({ key, value = '' }) => ({ key, value })),
  }));
  const asIs = ({ whitelist = [], enable_whitelist, tags: known = [] }: EndpointState) => ({
    whitelist: [...new Set(whitelist)].sort(),
    enable_whitelist,
    tags: known.map(({ key, value }) => `${key}=${value}`).sort(),
  });
  const asWanted = ({ whitelist, enable_whitelist, tags: wanted }: DesiredEndpoint) => ({
    ...(whitelist && { whitelist: [...new Set(whitelist)].sort() }),
    ...(enable_whitelist !== undefined && { enable_whitelist }),
    ...(wanted && { tags: wanted.map(({ key, value = '' }) => `${key}=${value}`).sort() }),
  });
  const only = (): EndpointState => {
    const [endpoint, ...others] = mock.state().endpoints;
    expect(others).toEqual([]);
    if (endpoint === undefined) throw new Error('there is no endpoint');
    return endpoint;
  };

  test('gets from any state to any other, also by another run when any connection was cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(knownEndpoint, gone),
        desiredEndpoint,
        fc.option(cut, { nil: undefined }),
        retries,
        async (known, desired, fault, maxRetries) => {
          mock.load({
            services: [
              {
                ...created,
                ...settled,
                id: serviceId,
                name: 'orders',
                status: 'available',
                approval_enabled: false,
                port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
                ports: [{ client_port: 1, server_port: 1 }],
              },
            ],
            endpoints: known ? [known] : [],
            transitions: { endpoint: 'manual(1)' },
          });
          mock.setFaults(fault ? [fault] : []);
          const { client, sent } = changing(mock, { maxRetries });
          const run = ensureEndpoint(client, desired, quick);
          if (fault) {
            await perhaps(run);
            mock.setFaults([]);
            await ensureEndpoint(client, desired, quick);
          } else await run;
          expect(asIs(only())).toMatchObject(asWanted(desired));
          if (known) expect(asIs(only())).toEqual({ ...asIs(known), ...asWanted(desired) });
          sent.length = 0;
          expect(await ensureEndpoint(client, desired, quick)).toMatchObject({ created: false, changes: [] });
          expect(sent).toEqual([]);
        },
      ),
      { numRuns: scaled(30) },
    );
  });
});
