import { startMock, type Mock } from '@vpcep/mock';
import { EnvHttpProxyAgent, fetch, ProxyAgent } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordHar } from '../src/har/index.js';
import { createVpcepClient, VpcepConnectionError, type Fetch } from '../src/index.js';
import { startForwardProxy, type ForwardProxy } from './forward-proxy.js';

let mock: Mock;
let proxy: ForwardProxy;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  proxy = await startForwardProxy(mock.url);
});
beforeEach(() => {
  proxy.asked.length = 0;
});
afterAll(async () => {
  proxy.close();
  await mock.close();
});

/** A client of a host that there is none of, so that only a proxy can lead anywhere. */
const clientOf = (send: Fetch) =>
  createVpcepClient({
    baseUrl: 'http://vpcep.example',
    projectId: 'my-project',
    credentials: { accessKeyId: 'AKIDEXAMPLE000000000', secretAccessKey: 'wJalrXUtnFEMIexamplekeyexamplekeyexample0' },
    fetch: send,
    maxRetries: 0,
  });

test('calls, and requests of http, go through the proxy of a dispatcher of undici', async () => {
  const dispatcher = new ProxyAgent(proxy.url);
  const vpcep = clientOf((url, init) => fetch(url, { ...init, dispatcher }));
  const { data, response } = await vpcep.listQuotaDetails().withResponse();
  expect(data.quotas.resources).not.toEqual([]);
  expect(response.headers.get('X-Request-Id')).not.toBeNull();
  const { error } = await vpcep.http.GET('/v1/{project_id}/quotas', { params: { path: { project_id: 'my-project' } } });
  expect(error).toBeUndefined();
  expect(new Set(proxy.asked)).toEqual(new Set(['vpcep.example:80']));
  await dispatcher.close();
});

test('a dispatcher of the environment heeds HTTP_PROXY, and NO_PROXY', async () => {
  const through = new EnvHttpProxyAgent({ httpProxy: proxy.url, noProxy: '' });
  await clientOf((url, init) => fetch(url, { ...init, dispatcher: through })).listQuotaDetails();
  expect(proxy.asked).toEqual(['vpcep.example:80']);
  const past = new EnvHttpProxyAgent({ httpProxy: proxy.url, noProxy: 'vpcep.example' });
  const straight = clientOf((url, init) => fetch(url, { ...init, dispatcher: past }));
  await expect(straight.listQuotaDetails()).rejects.toThrow(VpcepConnectionError);
  expect(proxy.asked).toHaveLength(1);
  await Promise.all([through.close(), past.close()]);
});

test('undici’s fetch can take the place of the platform’s as it is, also where traffic is recorded', async () => {
  const { fetch: recorded, har } = recordHar({ fetch });
  for (const send of [fetch, recorded]) {
    const vpcep = createVpcepClient({
      baseUrl: mock.url,
      projectId: 'my-project',
      credentials: { token: 'any' },
      fetch: send,
    });
    expect((await vpcep.listQuotaDetails()).quotas.resources).not.toEqual([]);
  }
  expect(har().log.entries).toHaveLength(1);
});
