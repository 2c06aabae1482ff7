import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type LogEntry, startMock } from '../src/index.js';
import { endCommands, vpcepMock } from './command.js';

endCommands();
const clients: Socket[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

/** Much more than the second that it may take, and much less than what is held back. */
const inTimeMs = 5_000;
const heldBack = '10m';

const services = '/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoint-services';
const head = (method: string, target: string, ...headers: string[]) =>
  [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'X-Auth-Token: any', ...headers, '', ''].join('\r\n');
const list = head('GET', services);

/** Clients that would keep a server for ever, and what they send. */
const clingers: [string, string][] = [
  ['a client that has sent nothing', ''],
  ['half a request', 'GET /v1/p HTTP/1.1\r\nHost: loc'],
  ['half a body', `${head('POST', services, 'Content-Type: application/json', 'Content-Length: 100')}{}`],
  ['half a body that is not read', `${head('POST', '/v1/no/such/path', 'Content-Length: 100')}{}`],
  ['a body that is too large', head('POST', services, `Content-Length: ${2 ** 40}`) + ' '.repeat(13 * 2 ** 20)],
  ['a request that is held back', list],
  ['requests behind one that is held back', list + list + list],
  ['a connection that is kept alive', head('GET', '/_mock/health')],
  ['a tunnel', head('CONNECT', 'host:443')],
  ['a WebSocket', head('GET', services, 'Connection: Upgrade', 'Upgrade: websocket')],
  ['a client that waits to go on', head('POST', services, 'Content-Length: 100', 'Expect: 100-continue')],
  ['a client that is broken', 'nonsense\r\n\r\n'],
];

/** Sends something, and never ends its own side of the connection. Resolves once the server has had time to read it. */
async function cling(url: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const client = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  clients.push(client);
  client.on('error', () => undefined).resume();
  await new Promise<void>((resolve) => {
    client.write(bytes, () => {
      resolve();
    });
  });
  await (await fetch(`${url}/_mock/health`)).text();
  return client;
}
async function within<T>(work: Promise<T>): Promise<T> {
  let timeout: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timeout = setTimeout(() => {
      reject(new Error('it goes on and on'));
    }, inTimeMs);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timeout);
  });
}

describe('close() ends it in time, whoever clings to it', () => {
  test.each(clingers)('%s', async (_, bytes) => {
    const mock = await startMock({ port: 0, scenario: 'small-team' });
    mock.setFaults([{ operation: 'listEndpointService', latency: heldBack }]);
    const client = await cling(mock.url, bytes);
    const ended = new Promise((resolve) => client.once('end', resolve).once('close', resolve));
    await within(mock.close());
    if (!client.readableEnded) await within(ended);
    await expect(fetch(`${mock.url}/_mock/health`)).rejects.toThrow();
  });

  test('a reader that does not read', async () => {
    const mock = await startMock({ port: 0, scenario: 'busy' });
    const { hostname, port } = new URL(mock.url);
    const client = connect(Number(port), hostname);
    clients.push(client);
    client.on('error', () => undefined).pause();
    client.write(head('GET', '/_mock/state').repeat(100));
    await (await fetch(`${mock.url}/_mock/health`)).text();
    await within(mock.close());
  });
});

test('what is under way is answered, and what is cut off is in the log', async () => {
  const entries: LogEntry[] = [];
  const mock = await startMock({ port: 0, log: (entry) => entries.push(entry) });
  mock.setFaults([
    { operation: 'listEndpointService', latency: 100 },
    { operation: 'listEndpoints', latency: heldBack },
  ]);
  const token = { headers: { 'X-Auth-Token': 'any' } };
  const soon = fetch(`${mock.url}/v1/p/vpc-endpoint-services`, token);
  const late = fetch(`${mock.url}/v1/p/vpc-endpoints`, token).then(
    () => 'answered',
    () => 'cut off',
  );
  await expect.poll(() => entries.length).toBe(1);
  await (await fetch(`${mock.url}/_mock/health`)).text();
  const closing = mock.close();
  expect((await soon).status).toBe(200);
  expect(await late).toBe('cut off');
  await within(closing);
  expect(entries.slice(2)).toMatchObject([
    { operation: 'listEndpointService', status: 200 },
    { operation: 'listEndpoints', fault: 'latency 600000 ms' },
  ]);
  expect(entries.at(-1)).not.toHaveProperty('status');
});

test('closing it twice, or at once, is closing it once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-stopping-'));
  const mock = await startMock({ port: 0, persist: folder });
  const [first, second] = [mock.close(), mock.close()];
  await within(Promise.all([first, second]));
  await within(mock.close());
  const again = await startMock({ port: 0, persist: folder });
  await within(again.close());
  rmSync(folder, { recursive: true });
});

// Windows ends a process that is sent a signal, rather than telling it.
describe.skipIf(process.platform === 'win32')('a signal ends the process in time', () => {
  async function heldUp() {
    const command = vpcepMock('--port', '0', '--quiet', '--scenario', 'small-team');
    const url = await command.ready();
    await fetch(`${url}/_mock/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ faults: [{ operation: 'listEndpointService', latency: heldBack }] }),
    });
    for (const [, bytes] of clingers) await cling(url, bytes);
    return command;
  }

  test.each(['SIGINT', 'SIGTERM'] as const)('%s, whoever clings to it', async (signal) => {
    const { child, ended } = await heldUp();
    child.kill(signal);
    expect(await within(ended)).toMatchObject({ code: 0, stderr: '' });
  });

  test('a second one at once', async () => {
    const { child, ended } = await heldUp();
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await within(ended);
    expect(['SIGINT', 'SIGTERM', null]).toContain(child.signalCode);
  });
});
