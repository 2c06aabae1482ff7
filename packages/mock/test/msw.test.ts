import { once } from 'node:events';
import node from 'node:http';
import type { AddressInfo } from 'node:net';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from '../src/browser.js';
import { handlers } from '../src/msw.js';
import { serviceBody } from './api.js';

const mock = createMock({ clock: 'manual' });
const server = setupServer();
const list = (host: string) => fetch(`${host}/v1/owner/vpc-endpoint-services`, { headers: { 'X-Auth-Token': 'any' } });

describe('handlers for msw', () => {
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  beforeEach(() => {
    mock.reset();
    server.use(...handlers(mock));
  });
  afterEach(() => {
    server.resetHandlers();
  });
  afterAll(() => {
    server.close();
  });

  test.each(['https://vpcep.cn-north-4.myhuaweicloud.com', 'https://vpcep.eu-west-101.myhuaweicloud.eu'])(
    'answer for %s, and remember',
    async (host) => {
      const created = await fetch(`${host}/v1/owner/vpc-endpoint-services`, {
        method: 'POST',
        headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
        body: JSON.stringify(serviceBody(1)),
      });
      expect(created.status).toBe(200);
      expect(await (await list(host)).json()).toMatchObject({ total_count: 1 });
      expect((await fetch(`${host}/no/such/path`)).status).toBe(404);
    },
  );

  test('answer programs that use Node without fetch', async () => {
    const sent = node
      .request('http://vpcep.cn-north-4.myhuaweicloud.com/v1/owner/vpc-endpoint-services?limit=-1', {
        headers: { 'X-Auth-Token': 'any' },
      })
      .end();
    const [response] = (await once(sent, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(400);
  });

  test('have IAM give tokens and projects, and leave the rest of it to others', async () => {
    const iam = 'https://iam.cn-north-4.myhuaweicloud.com';
    server.use(http.get(`${iam}/v3/users`, () => HttpResponse.json({ users: [] })));
    const projects = await fetch(`${iam}/v3/projects?name=cn-north-4`, { headers: { 'X-Auth-Token': 'any' } });
    expect(await projects.json()).toMatchObject({ projects: [{ name: 'cn-north-4' }] });
    expect(await (await fetch(`${iam}/v3/users`)).json()).toEqual({ users: [] });
  });

  test.each([
    'https://vpcep.cn-north-4.myhuaweicloud.com.example',
    'https://vpcep.a.b.myhuaweicloud.com',
    'https://xvpcep.cn-north-4.myhuaweicloud.com',
    'https://vpcep.cn-north-4xmyhuaweicloud.com',
  ])('are none for %s', async (host) => {
    server.use(http.all(`${host}/*`, () => HttpResponse.text('other')));
    server.use(...handlers(mock));
    expect(await (await list(host)).text()).toBe('other');
  });

  test('stand for the hosts that are given, and let others pass', async () => {
    const other = node.createServer((_, response) => response.end('from the network')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    server.use(...handlers(mock, { hosts: ['api.*.example:8443'] }));
    expect(await (await list('https://api.here.example:8443')).json()).toMatchObject({ total_count: 0 });
    server.close();
    server.listen({ onUnhandledRequest: 'bypass' });
    expect(await (await list(`http://127.0.0.1:${port}`)).text()).toBe('from the network');
    other.close();
  });

  test.each(['API.Here.example', '127.0.0.1:4010', 'api.here.example:443', '[::1]:4010'])(
    'stand for %s',
    async (host) => {
      server.use(...handlers(mock, { hosts: [host] }));
      expect(await (await list(`https://${host}`)).json()).toMatchObject({ total_count: 0 });
    },
  );

  test.each(['https://api.example', 'api.example/v1', '', 'api example'])('refuse %j for a host', (host) => {
    expect(() => handlers(mock, { hosts: [host] })).toThrow(/^hosts must be hosts such as /);
  });

  test('refuse what is no mock, such as one that is not there yet', () => {
    for (const none of [Promise.resolve(mock), undefined, {}]) {
      expect(() => handlers(none as typeof mock)).toThrow(
        'handlers needs a mock that createMock has made; await it first',
      );
    }
  });

  test('fail as a network does when a fault cuts the connection', async () => {
    mock.setFaults([{ drop: 'request' }]);
    await expect(list('https://vpcep.cn-north-4.myhuaweicloud.com')).rejects.toThrow(TypeError);
  });
});
