import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type Mock, type MockOptions } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';

let folder: string;
const running = new Set<Mock>();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-persistence-'));
});
afterEach(async () => {
  for (const mock of running) await mock.close();
  running.clear();
  rmSync(folder, { recursive: true });
});

async function start(options: MockOptions = {}) {
  const mock = await startMock({ port: 0, clock: 'manual', persist: join(folder, 'kept'), ...options });
  running.add(mock);
  return {
    mock,
    owner: apiOf(mock, 'owner'),
    consumer: apiOf(mock, 'consumer'),
    async stop() {
      running.delete(mock);
      await mock.close();
    },
  };
}

type Started = Awaited<ReturnType<typeof start>>;

/** Stops a mock and starts it again, which must not make a difference. */
async function restart(before: Started, options: MockOptions = {}): Promise<Started> {
  const state = before.mock.state();
  await before.stop();
  const after = await start(options);
  expect(after.mock.state()).toEqual(state);
  return after;
}

test('whatever is changed is there after a restart', async () => {
  let run = await start({ transitions: 'manual(2)' });
  const steps: ((service: string, endpoint: string) => Promise<unknown> | undefined)[] = [
    (service) => run.owner.ok('listServiceDetails', { service }),
    (service) => run.owner.ok('listServiceDetails', { service }),
    (service) =>
      run.owner.ok('addOrRemoveServicePermissions', { service, body: { action: 'add', permissions: ['*'] } }),
    (service) =>
      run.owner.ok('batchAddEndpointServicePermissions', {
        service,
        body: { permissions: [{ permission: 'iam:domain::one', description: 'first' }] },
      }),
    (service) =>
      run.owner.ok('batchAddEndpointServicePermissions', {
        service,
        body: { permissions: [{ permission: 'iam:domain::one', description: 'again' }] },
      }),
    (service) => {
      const [record] = run.mock.state().services.at(-1)?.permissions ?? [];
      return run.owner.ok('updateEndpointServicePermissionDesc', {
        service,
        path: { permission_id: record?.id ?? '' },
        body: { permission: { description: 'everybody' } },
      });
    },
    (service) => {
      const record = run.mock.state().services.at(-1)?.permissions?.[1];
      return run.owner.ok('batchRemoveEndpointServicePermissions', {
        service,
        body: { permissions: [{ id: record?.id }] },
      });
    },
    (_, endpoint) => run.consumer.ok('listEndpointInfoDetails', { endpoint }),
    (_, endpoint) => run.consumer.ok('listEndpointInfoDetails', { endpoint }),
    (service, endpoint) =>
      run.owner.ok('acceptOrRejectEndpoint', { service, body: { action: 'receive', endpoints: [endpoint] } }),
    (service, endpoint) =>
      run.owner.ok('updateEndpointConnectionsDesc', {
        service,
        body: { connections: [{ id: endpoint, description: 'of a friend' }] },
      }),
    (_, endpoint) =>
      run.consumer.ok('updateEndpointWhite', {
        endpoint,
        body: { enable_whitelist: true, whitelist: ['192.168.0.1'] },
      }),
    ...(['create', 'delete'] as const).map(
      (action) => (service: string) =>
        run.owner.ok('batchAddOrRemoveResourceInstance', {
          path: { resource_type: 'endpoint_service', resource_id: service },
          body: { action, tags: [{ key: 'team', value: 'red' }] },
        }),
    ),
    (service) => run.owner.ok('updateEndpointService', { service, body: { description: 'changed' } }),
    (service) => run.owner.ok('upgradeEndpointService', { service, body: { enable_multi_server: true } }),
    (service) =>
      run.owner.ok('addEndpointServiceServerResource', {
        service,
        body: { server_resources: [{ resource_id: 'balancer' }] },
      }),
    (service) => run.owner.ok('updateEndpointServiceName', { service, body: { endpoint_service_name: 'renamed' } }),
    () => {
      run.mock.clock.advance('90s');
      return undefined;
    },
    () => {
      run.mock.setTransitions({ endpoint: 'time(1m)' });
      return undefined;
    },
    (_, endpoint) => run.consumer.ok('deleteEndpoint', { endpoint }),
    () => {
      run.mock.clock.advance('1m');
      return run.consumer.ok('listEndpoints');
    },
    (service) => run.owner.ok('deleteEndpointService', { service }),
    (service) => run.owner.ok('listServiceDetails', { service }),
    (service) => run.owner.ok('listServiceDetails', { service }),
    () => {
      run.mock.load({ accounts: { p: 'a' }, organizations: { a: 'o-1/r-1/' }, services: [], endpoints: [] });
      return undefined;
    },
    () => {
      run.mock.load('small-team');
      return undefined;
    },
    () => {
      run.mock.reset();
      return undefined;
    },
  ];
  const { id: service } = await run.owner.ok('createEndpointService', { body: serviceBody(1, { service_name: 'a' }) });
  run = await restart(run);
  let endpoint = '';
  for (const [index, step] of steps.entries()) {
    if (index === 7) {
      ({ id: endpoint } = await run.consumer.ok('createEndpoint', { body: endpointBody(service) }));
      run = await restart(run);
    }
    await step(service, endpoint);
    run = await restart(run);
  }
  expect(run.mock.state()).toMatchObject({ services: [], endpoints: [] });
});

test('IDs and the order of lists go on where they were', async () => {
  let run = await start({ transitions: 'immediate' });
  const ids: string[] = [];
  for (let number = 1; number <= 6; number++) {
    ids.push((await run.owner.ok('createEndpointService', { body: serviceBody(number) })).id);
    const [first = ''] = ids;
    await run.owner.ok('updateEndpointServiceName', { service: first, body: { endpoint_service_name: `n${number}` } });
    run = await restart(run);
  }
  expect(new Set(ids).size).toBe(6);
  const list = async (query: Record<string, string>) =>
    (await run.owner.ok('listEndpointService', { query })).endpoint_services.map(({ id }) => id);
  expect(await list({ sort_key: 'create_at', sort_dir: 'asc' })).toEqual(ids);
  expect((await list({ sort_key: 'update_at', sort_dir: 'desc' }))[0]).toBe(ids[0]);
});

test('what was due while it was stopped has happened, by a clock that moves by itself', async () => {
  let run = await start({ clock: 'system', transitions: 'time(1h)' });
  const { id: service } = await run.owner.ok('createEndpointService', { body: serviceBody(1) });
  await run.stop();
  run = await start({ clock: 'system' });
  expect((await run.owner.ok('listServiceDetails', { service })).status).toBe('creating');
  run.mock.clock.advance('1h');
  await run.stop();
  run = await start({ clock: 'system' });
  expect((await run.owner.ok('listServiceDetails', { service })).status).toBe('available');
});

test('a scenario is for the first start, and for a reset', async () => {
  let run = await start({ scenario: 'small-team' });
  const services = run.mock.state().services.length;
  await run.owner.ok('createEndpointService', { body: serviceBody(1) });
  await run.stop();
  run = await start({ scenario: 'small-team' });
  expect(run.mock.state().services).toHaveLength(services + 1);
  run.mock.reset();
  run = await restart(run, { scenario: 'small-team' });
  expect(run.mock.state().services).toHaveLength(services);
});

test('transitions and quotas that are asked for at a start count from then on', async () => {
  let run = await start({ transitions: 'time(1m)', quotas: { endpoint: 7 } });
  await run.stop();
  run = await start({ transitions: { endpoint: 'immediate' }, quotas: { endpoint_service: 3 } });
  const { transitions, quotas } = run.mock.state();
  expect(transitions).toMatchObject({ endpoint_service: 'time(1m)', endpoint: 'immediate' });
  expect(quotas).toEqual({ endpoint_service: 3, endpoint: 7 });
});

test('after an answer, nothing is left of the state that another took the place of', async () => {
  const run = await start();
  await run.owner.ok('createEndpointService', { body: serviceBody(1) });
  run.mock.load('busy');
  await run.owner.ok('createEndpointService', { body: serviceBody(2) });
  await run.stop();
  const database = new ClassicLevel(join(folder, 'kept'));
  const keys = await database.keys().all();
  await database.close();
  const state = await start();
  const { services, endpoints } = state.mock.state();
  // One key for the rest, and one for the checksum.
  expect(keys).toHaveLength(services.length + endpoints.length + 2);
  expect(services).toHaveLength(401);
});

test('resources are kept whatever their IDs', async () => {
  const service = {
    project_id: 'owner',
    created_at: '2026-01-01T00:00:00Z',
    vpc_id: 'vpc',
    server_type: 'VM' as const,
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    ports: [],
    status: 'available' as const,
  };
  const run = await start();
  // Of the last two, UTF-8 could hold neither.
  const ids = ['plain', '~', '/', '服务', '\ud800', '\udbff'];
  run.mock.load({ services: ids.map((id) => ({ ...service, id })), endpoints: [] });
  await restart(run);
});

test('a clock goes on where it was, however far it was moved', async () => {
  const run = await start();
  run.mock.clock.advance(1e-7);
  await restart(run);
});

test('a first start that was killed at once does not spoil the folder', async () => {
  mkdirSync(join(folder, 'kept'));
  for (const name of ['LOCK', 'LOG', 'MANIFEST-000001', '000001.dbtmp', 'ACKNOWLEDGED'])
    writeFileSync(join(folder, 'kept', name), '');
  const run = await start();
  await run.owner.ok('createEndpointService', { body: serviceBody(1) });
  await restart(run);
});

describe('a folder that cannot be used is said so, with its name:', () => {
  const kept = () => join(folder, 'kept');
  const startFailure = (options: MockOptions = {}) =>
    expect(startMock({ port: 0, persist: kept(), ...options })).rejects;

  test('one that another mock uses', async () => {
    await start();
    await startFailure().toThrow(`cannot persist in ${kept()}: another process uses the folder`);
  });

  test('one with other files in it, which are left alone', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await startFailure({ persist: folder }).toThrow(
      `cannot persist in ${folder}: it holds other files, such as letter.txt`,
    );
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('dear');
  });

  test('a file', async () => {
    writeFileSync(kept(), '');
    await startFailure().toThrow(`cannot persist in ${kept()}: it is a file`);
  });

  test('one in a folder that is not there', async () => {
    const far = join(folder, 'not', 'there');
    await startFailure({ persist: far }).toThrow(
      `cannot persist in ${far}: it cannot be created in ${join(folder, 'not')}`,
    );
  });

  test('one that has lost a part', async () => {
    const run = await start({ scenario: 'small-team' });
    await run.stop();
    const database = new ClassicLevel(kept());
    const [first = ''] = await database.keys().all();
    await database.del(first);
    await database.close();
    await startFailure().toThrow(
      /cannot persist in .*: it is damaged, what is there .* is not what was written last; delete the folder/,
    );
  });

  test('one of another layout', async () => {
    const run = await start();
    await run.stop();
    const database = new ClassicLevel(kept());
    await database.put('whole', '{"layout": 99}');
    await database.close();
    await startFailure().toThrow(/another version of the mock has written it/);
    // It is not held on to.
    await startFailure().toThrow(/another version of the mock has written it/);
  });

  test('one whose content is broken', async () => {
    const run = await start();
    await run.stop();
    const database = new ClassicLevel(kept());
    await database.put('whole', '{');
    await database.close();
    await startFailure().toThrow(/cannot persist in .*: it is damaged.*delete the folder/);
  });

  test('one without a name', async () => {
    await startFailure({ persist: '' }).toThrow(/persist must be the path of a folder/);
  });

  test('one of a mock without a memory', async () => {
    await startFailure({ stateful: false }).toThrow(/persist needs a mock that remembers/);
  });
});

test('a port that is taken leaves the folder free', async () => {
  const other = await startMock({ port: 0 });
  running.add(other);
  await expect(startMock({ port: Number(new URL(other.url).port), persist: join(folder, 'kept') })).rejects.toThrow(
    /cannot listen/,
  );
  await (await start()).stop();
});

test('unknown fields that were let through are there after a restart', async () => {
  let run = await start({ unknownFields: 'warn', transitions: 'immediate' });
  const { id } = await run.owner.ok('createEndpointService', { body: { ...serviceBody(1), colour: 'red' } });
  run = await restart(run, { unknownFields: 'warn' });
  expect(await run.owner.ok('listServiceDetails', { service: id })).toMatchObject({ colour: 'red' });
});
