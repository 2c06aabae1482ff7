import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureEndpoint, ensureEndpointService, type DesiredEndpointService } from '../src/ensure/index.js';
import { VpcepValidationError } from '../src/index.js';
import { changing, projectId, quick } from './ensure-fixture.js';
import { failureOf } from './failure-of.js';

/*
 * What is wanted often comes from a file, and is not what the types promise. Whatever cannot be meant is refused before
 * anything is asked of the service.
 */
const id = '84ba1f63-8882-4871-a3c2-d380272eed83';
const desired = {
  service_name: 'orders',
  port_id: id,
  vpc_id: id,
  server_type: 'VM',
  ports: [{ client_port: 8080, server_port: 80 }],
} satisfies DesiredEndpointService;
const wantedEndpoint = { endpoint_service_id: id, vpc_id: id };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** What a call with such arguments is refused with, whatever their types; it is a failure of the test when anything is sent. */
async function refusal(what: 'service' | 'endpoint', wanted: unknown, options: unknown = quick): Promise<Error> {
  const { client, asked } = changing(mock);
  const ensure = what === 'service' ? ensureEndpointService : ensureEndpoint;
  const given = [client, wanted, options] as unknown as Parameters<typeof ensureEndpointService>;
  const error = await failureOf((ensure as typeof ensureEndpointService)(...given));
  expect(error).toBeInstanceOf(VpcepValidationError);
  expect(asked).toEqual([]);
  return error;
}

test.each<[field: string, object]>([
  ['tags', { tags: null }],
  ['tags', { tags: {} }],
  ['tags', { tags: 5 }],
  ['tags[0]', { tags: [null] }],
  ['tags[1]', { tags: [{ key: 'team' }, 'shop'] }],
  ['permissions', { permissions: null }],
  ['permissions', { permissions: '*' }],
  ['permissions', { permissions: 5 }],
  ['permissions[0]', { permissions: [5] }],
  ['ports', { ports: null }],
  ['description', { description: null }],
  ['approval_enabled', { approval_enabled: 'no' }],
  ['id', { id: null }],
])('of a service, %s of another kind is refused, null as well: %j', async (field, wrong) => {
  const error = await refusal('service', { ...desired, ...wrong });
  expect(error).toMatchObject({ field });
  expect(error.message).toMatch(/must be of type/);
});

test.each<[field: string, object]>([
  ['tags', { tags: null }],
  ['whitelist', { whitelist: '10.0.0.1' }],
  ['whitelist', { whitelist: null }],
  ['routetables', { routetables: null }],
  ['policy_document', { policy_document: null }],
  ['policy_statement', { policy_statement: {} }],
  ['enable_whitelist', { enable_whitelist: null }],
])('of an endpoint, %s of another kind is refused, null as well: %j', async (field, wrong) => {
  expect(await refusal('endpoint', { ...wantedEndpoint, ...wrong })).toMatchObject({ field });
});

describe('what may not come twice', () => {
  test.each<[field: string, first: string, object]>([
    [
      'tags[1]',
      'tags[0]',
      {
        tags: [
          { key: 'team', value: 'shop' },
          { key: 'team', value: 'pay' },
        ],
      },
    ],
    [
      'ports[2]',
      'ports[0]',
      {
        ports: [
          { client_port: 8080, server_port: 80 },
          { client_port: 80, server_port: 8080 },
          { client_port: 8080, server_port: 80, protocol: 'TCP' },
        ],
      },
    ],
  ])('is refused: %s', async (field, first, wrong) => {
    expect((await refusal('service', { ...desired, ...wrong })).message).toBe(`${field}: repeats ${first}`);
  });

  test('is refused among route tables', async () => {
    const error = await refusal('endpoint', { ...wantedEndpoint, routetables: ['a', 'b', 'a'] });
    expect(error.message).toBe('routetables[2]: repeats routetables[0]');
  });

  test('is no matter elsewhere, and ports may cross', async () => {
    const { client } = changing(mock);
    const ports: DesiredEndpointService['ports'] = [
      { client_port: 80, server_port: 80 },
      { client_port: 80, server_port: 80, protocol: 'UDP' },
      { client_port: 80, server_port: 81 },
    ];
    const wanted = { ...desired, ports, permissions: ['*', '*'] };
    expect(await ensureEndpointService(client, wanted, { projectId, dryRun: true })).toMatchObject({ created: true });
  });
});

describe.each(['service', 'endpoint'] as const)('for a %s', (what) => {
  test.each([undefined, null, 'orders', 5])('%j is nothing that can be wanted', async (wanted) => {
    expect(await refusal(what, wanted)).toMatchObject({ field: 'desired' });
  });

  test('what throws while it is read is refused', async () => {
    const wanted = {
      get vpc_id() {
        throw new Error('no');
      },
    };
    expect(await refusal(what, wanted)).toMatchObject({ field: 'desired' });
  });

  test.each([null, 'quick'])('%j is no options', async (options) => {
    const wanted = what === 'service' ? desired : wantedEndpoint;
    expect(await refusal(what, wanted, options)).toMatchObject({ field: 'options' });
  });

  test('an unknown option is answered with those that it has', async () => {
    const wanted = what === 'service' ? desired : wantedEndpoint;
    const { message } = await refusal(what, wanted, { dryrun: true });
    expect(message).toMatch(/^dryrun: is unknown; known are .*\bdryRun, onChange\b/);
    expect(message.includes('until')).toBe(what === 'endpoint');
  });
});

test('a service has no state to choose', async () => {
  expect(await refusal('service', desired, { until: 'accepted' })).toMatchObject({ field: 'until' });
});
