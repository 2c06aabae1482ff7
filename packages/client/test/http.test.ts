import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createVpcepClient } from '../src/index.js';

let server: Server;
let baseUrl: string;
let received: { method: string | undefined; body: string; contentLength: string | undefined }[] = [];
beforeAll(async () => {
  server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      received.push({ method: request.method, body, contentLength: request.headers['content-length'] });
      response.setHeader('Content-Type', 'application/json').end('{"id":"x"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  received = [];
  vi.restoreAllMocks();
});

const path = { project_id: 'p', vpc_endpoint_id: 'x' };
const body = { port_id: 'a', vpc_id: 'b', server_type: 'VM' as const, ports: [] };

test.each([
  ['token', { token: 'secret' }] as const,
  ['access key', { accessKeyId: 'a', secretAccessKey: 'b' }] as const,
])('http needs no Request.body, which Firefox does not have: with a %s', async (_, credentials) => {
  const own = Object.getOwnPropertyDescriptor(Request.prototype, 'body');
  if (own === undefined) throw new Error('the property is not there to be taken away');
  Reflect.deleteProperty(Request.prototype, 'body');
  try {
    const { http } = createVpcepClient({ baseUrl, projectId: 'p', credentials });
    await http.GET('/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}', { params: { path } });
    await http.DELETE('/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}', { params: { path } });
    await http.POST('/v1/{project_id}/vpc-endpoint-services', { params: { path }, body });
  } finally {
    Object.defineProperty(Request.prototype, 'body', own);
  }
  expect(received).toEqual([
    { method: 'GET', body: '', contentLength: undefined },
    { method: 'DELETE', body: '', contentLength: undefined },
    { method: 'POST', body: JSON.stringify(body), contentLength: String(JSON.stringify(body).length) },
  ]);
});

test('http refuses a body that JSON cannot say', async () => {
  const { http } = createVpcepClient({ baseUrl, projectId: 'p', credentials: { token: 'secret' } });
  const cyclic: Record<string, unknown> = { ...body };
  cyclic['ports'] = cyclic;
  await expect(
    http.POST('/v1/{project_id}/vpc-endpoint-services', { params: { path }, body: cyclic as typeof body }),
  ).rejects.toMatchObject({ name: 'VpcepValidationError', field: 'body' });
  expect(received).toEqual([]);
});

test('http names what makes up a project that is escaped wrongly', async () => {
  const { http } = createVpcepClient({ baseUrl, projectId: 'p', credentials: { token: 'secret' } });
  const init = { params: { path }, pathSerializer: () => `${baseUrl}/v1/%zz/vpc-endpoints` };
  await expect(http.GET('/v1/{project_id}/vpc-endpoints', init)).rejects.toMatchObject({
    name: 'VpcepValidationError',
    field: 'path.project_id',
  });
});
