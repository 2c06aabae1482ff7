import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { connect as connectSecurely } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LogEntry, type Mock, MockStartError, startMock } from '../src/index.js';
import { endCommands, vpcepMock } from './command.js';
import { exchange } from './raw-http.js';

// Made by `openssl req -x509 -newkey ec …` for localhost and 127.0.0.1, and valid for a hundred years.
const file = (name: string) => fileURLToPath(new URL(`certificate/${name}.pem`, import.meta.url));
const cert = file('cert');
const key = file('key');
const empty = join(mkdtempSync(join(tmpdir(), 'vpcep-mock-')), 'empty.pem');
writeFileSync(empty, '');
afterAll(() => {
  rmSync(dirname(empty), { recursive: true });
});
endCommands();

const entries: LogEntry[] = [];
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual', cert, key, log: (entry) => entries.push(entry) });
});
afterAll(() => mock.close());

async function get(url: string, headers: Record<string, string> = {}) {
  const sent = request(url, { ca: readFileSync(cert), headers: { 'X-Auth-Token': 'any', ...headers } });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, text: await readText(response) };
}

test('with a certificate it speaks HTTPS, and all else is the same', async () => {
  expect(mock.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await get(`${mock.url}/_mock/health`)).toMatchObject({ status: 200 });
  expect(await get(`${mock.url}/v1/p/vpc-endpoint-services`)).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': '*' },
  });
  expect((await get(`${mock.url}/_mock/state`, { Origin: 'https://evil.example' })).status).toBe(403);
});

test('links in answers say so, and begin as the request was sent', async () => {
  const { host } = new URL(mock.url);
  const world = await mock.world();
  for (const base of [mock.url, world.url, `https://localhost:${new URL(mock.url).port}`]) {
    const { text: projects } = await get(`${base}/v3/projects`);
    expect(JSON.parse(projects)).toMatchObject({ links: { self: `${base}/v3/projects` } });
    const { text: versions } = await get(`${base}/`);
    expect(JSON.parse(versions)).toMatchObject({ versions: [{ links: [{ href: `${base}/v1` }] }, {}] });
    expect(projects + versions).not.toContain('http://');
  }
  expect((await get(`${mock.url}/v1`)).text).toContain(`"https://${host}/v1"`);
});

test('certificate and key may be given as text', async () => {
  const other = await startMock({ port: 0, cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') });
  expect((await get(`${other.url}/_mock/health`)).status).toBe(200);
  await other.close();
});

test('who speaks HTTP to it, or nonsense, is cut off, and it goes on', async () => {
  entries.length = 0;
  const plain = mock.url.replace('https', 'http');
  expect(await exchange(plain, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')).toEqual([]);
  await exchange(plain, Buffer.from([0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5]));
  await expect
    .poll(() => entries)
    .toMatchObject([{ status: 400, error_msg: expect.stringContaining('call it by https://') as string }]);
  expect((await get(`${mock.url}/_mock/health`)).status).toBe(200);
});

test('it ends in time, whoever clings to it', async () => {
  const other = await startMock({ port: 0, cert, key });
  const port = Number(new URL(other.url).port);
  other.setFaults([{ latency: '10m' }]);
  const clients = [
    connect(port, '127.0.0.1'),
    connectSecurely({ port, host: '127.0.0.1', ca: readFileSync(cert) }),
    connectSecurely({ port, host: '127.0.0.1', ca: readFileSync(cert) }),
  ];
  for (const client of clients) client.on('error', () => undefined).resume();
  await Promise.all(clients.slice(1).map((client) => once(client, 'secureConnect')));
  clients[1]?.write('GET /v1/p/vpc-endpoints HTTP/1.1\r\nHost: a\r\nX-Auth-Token: a\r\n\r\n');
  await get(`${other.url}/_mock/health`);
  const closed = Promise.all(clients.map(async (client) => client.destroyed || (await once(client, 'close'))));
  await other.close();
  for (const client of clients) client.end();
  await closed;
});

describe('what is wrong with them is said by name', () => {
  test.each([
    [{ cert }, /^cert needs its private key; give key too$/],
    [{ key }, /^key needs a certificate; give cert too$/],
    [{ cert: '/no/such.pem', key }, /^cert \/no\/such\.pem cannot be read: .*ENOENT/],
    [{ cert, key: '/no/such.pem' }, /^key \/no\/such\.pem cannot be read: .*ENOENT/],
    [{ cert: key, key }, /^cert .*key\.pem is no certificate in PEM/],
    [{ cert, key: cert }, /^key .*cert\.pem is no private key in PEM/],
    [{ cert, key: file('encrypted-key') }, /^key .*encrypted-key\.pem is no private key in PEM without a passphrase/],
    [{ cert, key: file('other-key') }, /^key .*other-key\.pem does not belong to cert .*cert\.pem/],
    [{ cert: '', key }, /^cert /],
    [{ cert: empty, key }, /^cert .*empty\.pem is no certificate in PEM: it is empty$/],
    [{ cert, key: empty }, /^key .*empty\.pem is no private key in PEM without a passphrase: it is empty$/],
  ])('%j', async (options, message) => {
    const started = startMock({ port: 0, ...options });
    await expect(started).rejects.toThrow(MockStartError);
    await expect(started).rejects.toThrow(message);
  });

  test('on the command line too', async () => {
    const { stderr, code } = await vpcepMock('--port', '0', '--cert', cert).ended;
    expect([code, stderr]).toEqual([1, 'vpcep-mock: cert needs its private key; give key too\n']);
  });
});

test('the command speaks HTTPS', async () => {
  const command = vpcepMock('--port', '0', '--quiet', '--cert', cert, '--key', key);
  expect((await get(`${await command.ready()}/_mock/health`)).status).toBe(200);
});
