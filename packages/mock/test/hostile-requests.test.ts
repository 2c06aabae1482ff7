import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createMock } from '../src/browser.js';
import { serviceBody } from './api.js';
import { exchange } from './raw-http.js';
import { runMock } from './running.js';

const run = runMock({ scenario: 'small-team' });
const project = '/v1/6e9dfd51d1124e8d8498dce894923a0d';
const services = `${project}/vpc-endpoint-services`;
const service = `${services}/4189d3c2-8882-4871-a3c2-d380272eed83`;

/** Sends bytes, and returns the one answer, which must be an error response in the API's shape. */
async function refused(bytes: string | Buffer): Promise<{ status: number; code: string; message: string }> {
  const [answer, ...more] = await exchange(run.mock.url, bytes);
  expect(more).toEqual([]);
  const body = JSON.parse(answer?.text ?? '') as { error_code: string; error_msg: string };
  const ofGateway = body.error_code.startsWith('APIGW.') ? ['request_id'] : [];
  expect(Object.keys(body)).toEqual(['error_code', 'error_msg', ...ofGateway]);
  return { status: answer?.status ?? 0, code: body.error_code, message: body.error_msg };
}

const head = (method: string, target: string, ...headers: string[]) =>
  [`${method} ${target} HTTP/1.1`, 'Connection: close', 'X-Auth-Token: any', ...headers, '', ''].join('\r\n');
const get = (target: string) => head('GET', target, 'Host: mock');
function send(method: string, target: string, body: string | Buffer): Buffer {
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return Buffer.concat([
    Buffer.from(head(method, target, 'Host: mock', 'Content-Type: application/json', length)),
    Buffer.from(body),
  ]);
}
const create = (fields: object) => send('POST', services, JSON.stringify(serviceBody(1, fields)));

/** CPU time, a hundred times what is needed: what it guards against takes minutes. */
const maxCpuSeconds = 30;
async function soon<T>(work: Promise<T>): Promise<T> {
  const started = process.cpuUsage();
  const result = await work;
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(maxCpuSeconds);
  return result;
}

test.each(['//', '//[', '/\\', '*'])('the target %s is of no operation', async (target) => {
  expect((await refused(get(target))).status).toBeLessThan(405);
});

test('a whole URL is a target', async () => {
  const [answer] = await exchange(run.mock.url, get(`http://vpcep.example.com${services}?limit=1`));
  expect(answer?.status).toBe(200);
});

test('a request without Host, or with two, is refused', async () => {
  expect(await refused(head('GET', services))).toMatchObject({ status: 400, code: 'APIGW.0201' });
  expect(await refused(head('GET', services, 'Host: a', 'Host: b'))).toMatchObject({ status: 400 });
});

test('CONNECT is answered', async () => {
  expect(await refused(head('CONNECT', 'host:443', 'Host: host'))).toMatchObject({ status: 405, code: 'APIGW.0101' });
});

test('an expectation that cannot be met is answered', async () => {
  const reply = await refused(head('POST', services, 'Host: mock', 'Expect: wonders', 'Content-Length: 0'));
  expect(reply).toMatchObject({ status: 417, code: 'APIGW.0201' });
  expect(reply.message).toContain('"Expect: wonders"');
});

test('headers and a URL that are too long are refused, with the limit', async () => {
  expect(await refused(get(`/${'a'.repeat(20_000)}`))).toMatchObject({
    status: 431,
    message: expect.stringContaining('16384 bytes') as string,
  });
});

test('a value in the path is named even if it is very long', async () => {
  const { status, message } = await refused(get(`${services}/${'x'.repeat(10_000)}`));
  expect({ status, message }).toEqual({
    status: 400,
    message: 'Parameter error. path.vpc_endpoint_service_id must have between 1 and 64 characters.',
  });
});

test.each(['a,b', 'a%2Cb', ',', 'a;b=c', '.a'])('the value %s of the path is one text', async (value) => {
  const reply = await refused(get(`${services}/${value}`));
  expect(reply).toMatchObject({ status: 404, code: 'EndPoint.0005' });
  expect(reply.message).toContain(`no endpoint service ${decodeURIComponent(value)};`);
});

test('the name of an unknown field is shortened', async () => {
  expect((await refused(create({ ['x'.repeat(100_000)]: 1 }))).message).toMatch(
    /^Parameter error. body\.x{495}…; the mock lets .*\.$/,
  );
});

test.each([
  ['limit=', /query\.limit is empty/],
  ['status=', /query\.status is empty/],
  ['limit=0x10', /query\.limit must be an integer/],
  ['limit=%2010', /query\.limit must be an integer/],
  ['offset=1e400', /query\.offset must be an integer/],
  ['limit=x&LIMIT=1', /query\.limit must be an integer/],
  ['sort_dir=up&SORT_DIR=asc', /query\.sort_dir must be one of desc, asc/],
])('refused: ?%s', async (query, message) => {
  expect(await refused(get(`${services}?${query}`))).toMatchObject({
    status: 400,
    message: expect.stringMatching(message) as string,
  });
});

test('a number of a connection is not checked by another parameter that looks alike', async () => {
  const reply = await refused(get(`${service}/connections?marker_id=x&MARKER_ID=1`));
  expect(reply).toMatchObject({ status: 400, code: 'EndPoint.0021' });
});

test.each(['application/json, text/plain', 'nonsense', 'application/json;;='])(
  'the media type %s of a body that is not there does not matter',
  async (type) => {
    const request = head('GET', services, 'Host: mock', `Content-Type: ${type}`, 'Content-Length: 0');
    expect(await exchange(run.mock.url, request)).toMatchObject([{ status: 200 }]);
  },
);

test('a media type with odd parameters is JSON', async () => {
  const body = JSON.stringify(serviceBody(1));
  const headers = ['Host: mock', 'Content-Type: application/json;;=', `Content-Length: ${body.length}`];
  expect(await exchange(run.mock.url, head('POST', services, ...headers) + body)).toMatchObject([{ status: 200 }]);
});

test('a body in chunks is refused, too, by operations that take none', async () => {
  const request = head('GET', services, 'Host: mock', 'Content-Type: application/json', 'Transfer-Encoding: chunked');
  expect(await refused(`${request}2\r\n{}\r\n0\r\n\r\n`)).toMatchObject({ status: 400, code: 'EndPoint.0002' });
});

test('a body that is not UTF-8 is refused', async () => {
  const body = Buffer.from(JSON.stringify(serviceBody(1, { description: 'Q' }))).map((byte) =>
    byte === 0x51 ? 0xff : byte,
  );
  expect((await refused(send('POST', services, Buffer.from(body)))).message).toContain('not valid UTF-8');
});

test('a body of too many levels is refused, and no shield for what is wrong in it', async () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  const { status, message } = await refused(send('POST', services, `{"ports":[${deep},${deep}]}`));
  expect(status).toBe(400);
  expect(message).toContain('more than 100 levels');
  expect(await refused(send('POST', services, `{"ports":"${'['.repeat(200)}\\""}`))).toMatchObject({
    message: expect.stringContaining('body.ports must be a list') as string,
  });
});

test('a body with a million mistakes is refused at once', async () => {
  const body = `{"action":"add","permissions":[0${',0'.repeat(1_000_000)}]}`;
  expect(await soon(refused(send('POST', `${service}/permissions/action`, body)))).toMatchObject({
    status: 400,
    message: 'Parameter error. body.permissions[0] must be a string.',
  });
  const unknown = Array.from({ length: 500_000 }, (_, index) => `"field-${index}":0`).join();
  const update = await soon(refused(send('PUT', service, `{${unknown}}`)));
  expect(update.message).toMatch(/^Parameter error\. body\.field-0 is not known here; [^;]*; the mock lets [^;]*\.$/);
});

test('a query of thousands of names is read at once', async () => {
  const page = createMock();
  const names = Array.from({ length: 100_000 }, (_, index) => `n${index}`).join('&');
  const url = `http://vpcep.example/v1/p/vpc-endpoints?${names}&n1=2&n1=3`;
  const { status } = await soon(page.fetch(url, { headers: { 'X-Auth-Token': 'any' } }));
  expect(status).toBe(200);
  const [shown] = await soon(Promise.resolve().then(() => page.requests()));
  expect(Object.keys(shown?.query ?? {})).toHaveLength(100_000);
});

test('large items are compared at once', async () => {
  const same = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 0]));
  const ports = Array.from({ length: 200 }, (_, index) => ({ ...same, last: index }));
  expect(await soon(refused(create({ ports })))).toMatchObject({ status: 400, code: 'EndPoint.3004' });
});

test('members with names of functions are no shield for what is wrong', async () => {
  const ports = [
    { client_port: 'x', toString: 1 },
    { client_port: 1, toString: 1 },
  ];
  expect((await refused(create({ ports }))).message).toContain('body.ports[0].client_port must be an integer');
});

test('items are equal whatever the order of their members', async () => {
  const ports = [
    { client_port: 1, server_port: 2 },
    { server_port: 2, client_port: 1 },
  ];
  expect((await refused(create({ ports }))).message).toMatch(
    /body\.ports\[1\] has the same client_port, server_port and protocol as the item at position \[0\]/,
  );
});

test('a long whitelist is added at once', async () => {
  const permissions = Array.from({ length: 200_000 }, (_, index) => `iam:domain::${index}`);
  const body = JSON.stringify({ action: 'add', permissions });
  const [answer] = await soon(exchange(run.mock.url, send('POST', `${service}/permissions/action`, body)));
  expect(answer?.status).toBe(200);
});

/** Uploads megabytes, and reads the answer's status. */
function upload(agent: Agent, megabytes: number): Promise<number | undefined> {
  const headers = { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = httpRequest(run.mock.url + services, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode);
      });
    });
    request.on('error', reject);
    Readable.from(Array.from({ length: megabytes }, () => Buffer.alloc(2 ** 20, ' '))).pipe(request);
  });
}

test('who sends too much gets to see that, while still sending', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const statuses = await Promise.all(Array.from({ length: 12 }, () => upload(agent, 20)));
  expect(statuses).toEqual(Array.from({ length: 12 }, () => 413));
  agent.destroy();
});

test('who goes on and on is cut off', async () => {
  const { hostname, port } = new URL(run.mock.url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
  socket.write(head('POST', services, 'Host: mock', 'Content-Type: application/json', `Content-Length: ${2 ** 40}`));
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(2 ** 20, ' '));
    },
  });
  endless.pipe(socket);
  socket.resume();
  await closed;
  endless.destroy();
  expect(socket.bytesWritten).toBeLessThan(2 ** 28);
});
