import { expect, test } from 'vitest';
import { type MockOptions, MockStartError } from '../../src/index.js';
import { serviceBody } from '../api.js';
import { startProxy } from './misbehaving-proxy.js';
import { runReplicas } from './running-replicas.js';

const run = runReplicas();

test('a new replica knows all that the others do', async () => {
  const one = await run.start({ clock: 'manual', transitions: 'time(1m)' });
  await one.told.load('small-team');
  const world = await one.told.world({ clock: 'manual', idle: '1h' });
  await world.clock.advance('1h');
  await world.setFaults([{ nth: 2, status: 500 }]);
  const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await one.told.snapshots.save('then');
  await one.told.clock.advance('10s');

  const other = await run.start({ clock: 'manual', transitions: 'time(1m)' });
  expect(await other.told.state()).toEqual(await one.told.state());
  expect(await other.told.snapshots.list()).toEqual(await one.told.snapshots.list());
  expect(other.mock.worlds().map((each) => each.id)).toEqual([world.id]);
  await other.told.clock.advance('50s');
  expect((await one.owner.ok('listServiceDetails', { service: id })).status).toBe('available');
});

const others: readonly (readonly [options: MockOptions, message: RegExp])[] = [
  [{ seed: 'another' }, /seed is vpcep there and another here/],
  [{ region: 'eu-west-101' }, /region is cn-north-4 there and eu-west-101 here/],
  [{ quotas: { endpoint: 3 } }, /quotas is .*"endpoint":150.* there and .*"endpoint":3.* here/],
  [{ clock: 'manual', regional: true }, /clock is system there and manual here; regional is false there and true here/],
  [{ auth: 'strict' }, /auth is any there and strict here/],
  [{ asOf: '2026-08' }, /as-of is the tables there and 2026-08 here/],
  [{ scenario: { services: [], endpoints: [] } }, /scenario is empty there and a state \([\da-f]+\) here/],
];

test.each(others)('a replica with other settings is refused: %o', async (options, message) => {
  await run.start();
  const started = run.start(options);
  await expect(started).rejects.toThrow(MockStartError);
  await expect(started).rejects.toThrow(message);
  await expect(started).rejects.toThrow('a replica is live that this one cannot join');
});

test('known credentials are compared, and not shown', async () => {
  const auth = (password: string) => ({ users: [{ domain: 'team', name: 'dev', password }] });
  await run.start({ auth: auth('correct horse battery') });
  const started = run.start({ auth: auth('staple') });
  await expect(started).rejects.toThrow(/auth is known credentials \([\da-f]{16}\) there/);
  await run.start({ auth: auth('correct horse battery') });
});

test('once no replica is live, one with other settings goes on with what is there', async () => {
  const one = await run.start({ transitions: 'immediate' });
  const { id } = await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await one.mock.close();
  const next = await run.start({ transitions: 'immediate', seed: 'another', quotas: { endpoint_service: 1 } });
  expect((await next.owner.ok('listEndpointService')).endpoint_services.map((service) => service.id)).toEqual([id]);
  await next.owner.refused('createEndpointService', 'Endpoint.1018', { body: serviceBody(2) });
  // Those that come after it go by its settings.
  await run.start({ transitions: 'immediate', seed: 'another', quotas: { endpoint_service: 1 } });
  await expect(run.start({ transitions: 'immediate' })).rejects.toThrow(/2 replicas are live/);
});

test('a replica that is closed leaves an image, and no command', async () => {
  const [one, other] = await run.two({ transitions: 'immediate' });
  const length = async () => Number(await run.redis.run('XLEN', run.key('stream')));
  await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  expect(await length()).toBe(1);
  await one.mock.close();
  expect(await length()).toBe(0);
  await other.owner.ok('createEndpointService', { body: serviceBody(2) });
  await other.mock.close();
  expect(await length()).toBe(0);
  const next = await run.start({ transitions: 'immediate' });
  expect((await next.owner.ok('listEndpointService')).total_count).toBe(2);
});

test('one that was away for longer than the commands are kept goes on from an image', async () => {
  const proxy = await startProxy(run.redis.port);
  try {
    const away = await run.start({ transitions: 'immediate' }, `redis://127.0.0.1:${proxy.port}`);
    await away.owner.ok('createEndpointService', { body: serviceBody(0) });
    proxy.behave('cut');
    const live = await run.start({ transitions: 'immediate' });
    await live.owner.ok('createEndpointService', { body: serviceBody(1) });
    await live.mock.close();
    proxy.behave('pass');
    await expect.poll(async () => (await away.owner.ok('listEndpointService')).total_count).toBe(2);
    expect(away.warnings.join('\n')).not.toContain('lost');
  } finally {
    await proxy.close();
  }
});

/** Removes the image that new replicas start from. */
async function removeImage(): Promise<void> {
  expect(await run.redis.run('DEL', (await run.redis.run('HGET', run.key('meta'), 'image')) as string)).toBe(1);
}

test('where the image that it would start from is gone, a replica waits for a live one to write another', async () => {
  const one = await run.start({ transitions: 'immediate' });
  await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await removeImage();
  const next = await run.start({ transitions: 'immediate' });
  expect((await next.owner.ok('listEndpointService')).total_count).toBe(1);
});

test('where no live one can write another, it does not start, and says why', async () => {
  const one = await run.start({ transitions: 'immediate' });
  await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await one.mock.close();
  await removeImage();
  await expect(run.start({ transitions: 'immediate' })).rejects.toThrow(
    /image:.*, which new replicas start from, is gone or not whole/,
  );
});

test('a replica that misses commands which are gone waits for an image of one that has them', async () => {
  const proxy = await startProxy(run.redis.port);
  try {
    const behind = await run.start({ transitions: 'immediate' }, `redis://127.0.0.1:${proxy.port}`);
    const live = await run.start({ transitions: 'immediate' });
    proxy.behave('stall');
    await live.owner.ok('createEndpointService', { body: serviceBody(1) });
    await live.owner.ok('createEndpointService', { body: serviceBody(2) });
    await run.redis.run('DEL', run.key('stream'));
    proxy.behave('cut');
    proxy.behave('pass');
    await expect.poll(async () => (await behind.owner.ok('listEndpointService')).total_count).toBe(2);
  } finally {
    await proxy.close();
  }
});

test('a database that there is not is said', async () => {
  await expect(run.start({ shared: `${run.redis.url}/99?name=none` })).rejects.toThrow(/DB index is out of range/);
});

test('one with other settings does not go on without commands that are gone', async () => {
  const one = await run.start({ transitions: 'immediate' });
  await one.owner.ok('createEndpointService', { body: serviceBody(1) });
  await one.mock.close();
  await run.redis.run('HSET', run.key('meta'), 'last', '9999999999999-0');
  await expect(run.start({ seed: 'another' })).rejects.toThrow(/the commands after \d+-\d+ are gone from it/);
});
