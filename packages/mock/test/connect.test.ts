import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  connectMock,
  ControlError,
  MockConnectionError,
  type Quotas,
  type RequestFilter,
  RequestWaitError,
  type Snapshot,
  startMock,
} from '../src/index.js';
import { apiOf, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock();
const { owner } = run;

/** The names of functions, at every depth. */
const functionsOf = (value: object, before = ''): string[] =>
  Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member === 'function') return [before + name];
    return typeof member === 'object' && member !== null ? functionsOf(member, `${before}${name}.`) : [];
  });

test('a mock in another process can be told everything that one in this process can', async () => {
  const here = functionsOf(run.mock).filter((name) => name !== 'close');
  expect(functionsOf(await connectMock(run.mock.url)).sort()).toEqual(here.sort());
});

test('what it is told takes effect, and what it answers is what it knows', async () => {
  const mock = await connectMock(`${run.mock.url}/`);
  expect(mock.url).toBe(run.mock.url);
  await mock.load('small-team');
  expect(await mock.state()).toEqual(run.mock.state());
  await mock.clock.advance('2m');
  expect(await mock.clock.now()).toBe('2026-01-01T00:02:00Z');
  await mock.setTransitions({ endpoint_service: 'immediate' });
  expect(run.mock.state().transitions.endpoint_service).toBe('immediate');
  await mock.setFaults([{ operation: 'createEndpointService', status: 503, times: 1 }]);
  expect(await mock.faults()).toEqual(run.mock.faults());
  expect((await owner.send('createEndpointService', { body: serviceBody(1) })).status).toBe(503);
  expect(await mock.auth()).toEqual(run.mock.auth());
  await mock.snapshots.save('one');
  await mock.reset();
  expect((await mock.state()).services).toEqual([]);
  await mock.snapshots.restore('one');
  const exported = await mock.snapshots.export('one');
  expect(await mock.state()).toEqual(exported.state);
  await mock.snapshots.import({ ...exported, name: 'two' });
  expect(await mock.snapshots.list()).toEqual(run.mock.snapshots.list());
  await mock.snapshots.remove('one');
  await mock.snapshots.remove('two');
  expect(run.mock.snapshots.list()).toEqual([]);
});

test('it tells what has arrived, and waits for what has not, by a filter or a function', async () => {
  const mock = await connectMock(run.mock.url);
  await mock.clearRequests();
  const later = mock.waitForRequest({ operation: 'createEndpointService', limit: 0 });
  const second = mock.waitForRequest(({ query }) => query['limit'] === 2, { timeout: '20s' });
  await owner.send('createEndpointService', { body: serviceBody(1) });
  await owner.send('listEndpointService', { query: { limit: 1 } });
  await owner.send('listEndpointService', { query: { limit: 2 } });
  await owner.send('listEndpointService', { query: { limit: -1 } });
  expect(await later).toEqual(run.mock.requests()[0]);
  expect(await second).toEqual(run.mock.requests()[2]);
  expect(await mock.requests({ operation: 'listEndpointService', status: 200 })).toHaveLength(2);
  expect(await mock.unexpected()).toEqual(run.mock.unexpected());
  expect(run.mock.unexpected()).toHaveLength(1);
});

test('what does not arrive in time is told as in its own process, with what has arrived', async () => {
  const mock = await connectMock(run.mock.url);
  await mock.reset();
  await owner.send('listEndpointService');
  for (const each of [mock, run.mock]) {
    for (const which of [{ method: 'DELETE' }, () => false]) {
      const failed = each.waitForRequest(which, { timeout: '50ms' });
      await expect(failed).rejects.toThrow(RequestWaitError);
      await expect(failed).rejects.toThrow(
        /^No such request has arrived within 0\.05 s\. This one has arrived:\n {2}\d+\. GET /,
      );
      await expect(failed).rejects.toMatchObject({ arrived: run.mock.requests() });
    }
    const held = each.waitForRequest({ method: 'DELETE' }, { timeout: '20s' });
    const refused = expect(held).rejects.toThrow(/^The mock was reset before such a request arrived\./);
    // It may take a while until the mock knows that somebody waits.
    while ((await Promise.race([refused, setTimeout(5, 'waiting')])) === 'waiting') run.mock.reset();
    await refused;
    await owner.send('listEndpointService');
  }
});

test('who waits by a function asks the mock once for each request that arrives', async () => {
  const asked: string[] = [];
  const other = await startMock({
    port: 0,
    log(entry) {
      if (entry.event === 'request') asked.push(entry.path);
    },
  });
  await apiOf(other, 'p').ok('listEndpoints');
  const mock = await connectMock(other.url);
  await expect(mock.waitForRequest(() => false, { timeout: '200ms' })).rejects.toThrow(RequestWaitError);
  // At once, for a next one, once more at the end, and for what has arrived instead.
  expect(asked.filter((path) => path.startsWith('/_mock/requests')).length).toBeLessThanOrEqual(4);
  await other.close();
});

test('who waits in a world, or at a mock, that is closed is told so', async () => {
  const other = await startMock({ port: 0 });
  const mock = await connectMock(other.url);
  const world = await mock.world();
  const wait = async (each: Pick<typeof mock, 'waitForRequest'>, close: () => Promise<void>) => {
    const refused = expect(each.waitForRequest({}, { timeout: '20s' })).rejects.toThrow(RequestWaitError);
    // It takes a moment until the mock knows that somebody waits.
    await setTimeout(200);
    await close();
    await refused;
  };
  await wait(world, () => world.close());
  await wait(mock, () => other.close());
});

test('it makes worlds, which are told the same, and removes them', async () => {
  const mock = await connectMock(run.mock.url);
  const world = await mock.world({ scenario: 'small-team' });
  expect(world.url).toBe(`${run.mock.url}/_world/${world.id}`);
  expect((await world.state()).services).not.toEqual((await mock.state()).services);
  expect(await mock.worlds()).toEqual(run.mock.worlds());
  const again = await connectMock(world.url);
  await again.clock.advance('1m');
  expect(await world.clock.now()).toBe('2026-01-01T00:01:00Z');
  await expect(again.world()).rejects.toThrow(/^The mock has no \/_mock\/worlds; it has/);
  await expect(mock.world({ idle: '0s' })).rejects.toThrow(ControlError);
  await world.close();
  await world.close();
  expect(run.mock.worlds()).toEqual([]);
  await expect(world.state()).rejects.toThrow(`There is no world ${world.id}`);
});

test('what the mock refuses is thrown with the same words as in its own process', async () => {
  const mock = await connectMock(run.mock.url);
  const words = async (act: () => unknown) => {
    try {
      return await act();
    } catch (error) {
      return String(error);
    }
  };
  const wrong = { services: [], endpoints: [], quotas: { endpoint: -1, endpoint_service: 1 } };
  for (const each of [mock, run.mock]) {
    expect(await words(() => each.setFaults([{}]))).toMatch(/^ControlError: body\.faults\[0\] does nothing/);
    expect(await words(() => each.load(wrong))).toMatch(/^ControlError: body\.quotas\.endpoint must be >= 0/);
    expect(await words(() => each.snapshots.restore('none'))).toMatch(/^MissingError: There is no snapshot "none"/);
    const nameless = { savedAt: '2026-01-01T00:00:00Z', state: run.mock.state() } as Snapshot;
    expect(await words(() => each.snapshots.import(nameless))).toBe('ControlError: body.name is missing.');
    for (const name of ['', '.', 'a/b']) {
      expect(await words(() => each.snapshots.export(name))).toMatch(/^(Control|Missing)Error: /);
      expect(await words(() => each.snapshots.remove(name))).toMatch(/^(Control|Missing)Error: /);
    }
    for (const filter of [5, [], null] as unknown as RequestFilter[]) {
      expect(await words(() => each.requests(filter))).toMatch(/^ControlError: a filter must be an object/);
      expect(await words(() => each.waitForRequest(filter))).toMatch(/^ControlError: a filter must be an object/);
    }
    const date = new Date(0) as object;
    expect(await words(() => each.setTransitions(date))).toBe('ControlError: body.transitions must be object.');
    expect(await words(() => each.setQuotas(date))).toBe('ControlError: body must be object.');
    const quotas = { endpoint: 5n } as unknown as Quotas;
    expect(await words(() => each.setQuotas(quotas))).toMatch(/^ControlError: body.* must be /);
  }
  await expect(mock.snapshots.export('none')).rejects.toThrow(ControlError);
});

test('an address that is none, where nobody answers, or somebody else, is told', async () => {
  await expect(connectMock('localhost:4010')).rejects.toThrow(
    /such as http:\/\/127\.0\.0\.1:4010, not "localhost:4010"/,
  );
  const named = connectMock('http://me:my-password@127.0.0.1:4010');
  await expect(named).rejects.toThrow('The URL of a mock has no name and password in it; leave them out.');
  let status = 200;
  let text = '<p>Hello</p>';
  const server = createServer((_, response) => response.writeHead(status, { Connection: 'close' }).end(text));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(connectMock(url)).rejects.toThrow(
    new MockConnectionError(`What answers at ${url} is no mock: it does not send JSON.`),
  );
  for (text of ['', 'null', '5', '{}']) {
    await expect(connectMock(url)).rejects.toThrow(new MockConnectionError(`What answers at ${url} is no mock.`));
  }
  [status, text] = [400, '{"error_msg":"no"}'];
  await expect(connectMock(url)).rejects.toThrow(MockConnectionError);
  server.close();
  await once(server, 'close');
  await expect(connectMock(url)).rejects.toThrow(
    `No mock answers at ${url} (ECONNREFUSED); start one there, or give its URL.`,
  );
});

test('a certificate that is not trusted is told, and what to do', async () => {
  const file = (name: string) => fileURLToPath(new URL(`certificate/${name}`, import.meta.url));
  const mock = await startMock({ port: 0, cert: file('cert.pem'), key: file('key.pem') });
  await expect(connectMock(mock.url)).rejects.toThrow(
    /^The certificate of https:\/\/127\.0\.0\.1:\d+ is not trusted \([A-Z_]+\); start .* NODE_EXTRA_CA_CERTS, /,
  );
  await mock.close();
});
