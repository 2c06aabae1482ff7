import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, serviceBody } from './api.js';
import { type Command, endCommands, startCommand } from './command.js';

const tree = fileURLToPath(new URL('../../../openapi/', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-deprecations-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
endCommands();

/** Starts a mock that throws at whatever Node has deprecated, announced or not yet. */
const start = (...args: string[]): Command =>
  startCommand(['--pending-deprecation', '--throw-deprecation'], ['--port', '0', ...args]);

/** Stops it, once it has done what it was asked without a complaint. */
async function stop({ child, ended }: Command): Promise<void> {
  child.kill('SIGTERM');
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

test('with every option, the mock calls nothing that Node has deprecated', async () => {
  for (const part of ['openapi.yaml', 'paths', 'components']) {
    cpSync(join(tree, part), join(folder, part), { recursive: true });
  }
  const credentials = join(folder, 'credentials.json');
  writeFileSync(credentials, JSON.stringify({ tokens: ['any'] }));
  const mock = start(
    ...['--document', join(folder, 'openapi.yaml'), '--watch', '--json', '--persist', join(folder, 'kept')],
    ...['--scenario', 'small-team', '--transitions', 'manual(2)', '--clock', 'manual', '--seed', 'a', '--region', 'b'],
    ...['--auth', 'strict', '--credentials', credentials, '--host', '127.0.0.1'],
  );
  const url = await mock.ready();
  const api = apiOf({ url }, 'p');
  await api.ok('createEndpointService', { body: serviceBody(1) });
  await api.refused('listEndpointService', 'EndPoint.0006', { query: { limit: -1 } });
  await fetch(`${url}/v1/p/quotas`, { headers: { 'X-Auth-Token': 'any', Prefer: 'dynamic=true' } });
  await fetch(`${url}/_mock/clock`, { method: 'POST', body: '{"advance": "1m"}' });
  appendFileSync(join(folder, 'components/parameters/Limit.yaml'), '# changed\n');
  while (!mock.output().stdout.includes('"event":"document"')) await once(mock.child.stdout, 'data');
  await stop(mock);
});

test('without a memory it does not, either', async () => {
  const mock = start('--stateless', '--quiet');
  await apiOf({ url: await mock.ready() }, 'p').ok('listEndpointService');
  await stop(mock);
});

test('parts of a document may be elsewhere, behind a redirection and credentials', async () => {
  const asked: unknown[] = [];
  const server = createServer(({ url, headers }, response) => {
    asked.push([url, headers.authorization]);
    if (url === '/old.yaml') response.writeHead(302, { Location: './new/schema.yaml' }).end();
    else response.end('type: string\nenum: [from elsewhere]\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const $ref = `http://some%40body:se%3Acret@127.0.0.1:${(server.address() as AddressInfo).port}/old.yaml`;
  const content = { 'application/json': { schema: { $ref } } };
  const get = { operationId: 'get', responses: { 200: { description: 'A text.', content } } };
  const document = join(folder, 'elsewhere.json');
  writeFileSync(
    document,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Elsewhere', version: '1' }, paths: { '/': { get } } }),
  );
  const { code, stderr } = await start('--stateless', '--document', document).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('refers to another host, http://***@127.0.0.1');
  const mock = start('--stateless', '--allow-remote-refs', '--document', document);
  const answer = await fetch(await mock.ready());
  expect(await answer.json()).toBe('from elsewhere');
  await stop(mock);
  server.close();
  const credentials = `Basic ${Buffer.from('some@body:se:cret').toString('base64')}`;
  expect(asked).toEqual([
    ['/old.yaml', credentials],
    ['/new/schema.yaml', undefined],
  ]);
});
