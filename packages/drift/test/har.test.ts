import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVpcepClient } from '@vpcep/client';
import { recordHar } from '@vpcep/client/har';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driftOf, type Har } from '../src/index.js';
import { command, projectId, rowsOf, startApi, type Api } from './api.js';

let api: Api;
let folder: string;
beforeAll(async () => {
  [api, folder] = await Promise.all([startApi(), mkdtemp(join(tmpdir(), 'vpcep-har-'))]);
});
afterAll(async () => {
  await Promise.all([api.close(), rm(folder, { recursive: true })]);
});

async function fileOf(content: unknown, name = 'traffic.har'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** What a client has recorded that listed services and read one. */
async function recorded() {
  const { har, ...recording } = recordHar();
  const vpcep = createVpcepClient({ baseUrl: api.url, projectId, credentials: { token: 'any' }, ...recording });
  const { endpoint_services: services } = await vpcep.listEndpointService();
  await vpcep.listServiceDetails({ path: { vpc_endpoint_service_id: services[0]?.id ?? '' } });
  return har();
}

/** An archive of one answer of the cloud. */
const answered = (
  path: string,
  body: unknown,
  more: { status?: number; encoding?: string; host?: string; method?: string } = {},
): Har => {
  const { status = 200, encoding, method = 'GET', host = 'vpcep.cn-north-4.myhuaweicloud.com' } = more;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    log: {
      entries: [
        {
          request: { method, url: `https://${host}${path}` },
          response: {
            status,
            headers: [{ name: 'Content-Type', value: 'application/json; charset=utf-8' }],
            content: { text, ...(encoding !== undefined && { encoding }) },
          },
        },
      ],
    },
  };
};
const quotas = { quotas: { resources: [{ type: 'endpoint', used: 1, quota: 50 }] } };

test('what a client has recorded is compared like what the command reads itself', async () => {
  api.deviate(() => undefined);
  expect(await command('--har', await fileOf(await recorded()), '--base-url', api.url)).toMatchObject({
    code: 0,
    out: expect.stringContaining('### No drift') as string,
  });
  api.deviate(({ path, body, headers }) => {
    headers['x-cell'] = 'acme';
    if (path.endsWith('/vpc-endpoint-services')) {
      const { endpoint_services: services } = body as { endpoint_services: Record<string, unknown>[] };
      Object.assign(services[0] ?? {}, { status: 'frozen', created_at: 5, pool: 'acme' });
    }
  });
  const { code, out } = await command('--har', await fileOf(await recorded()), '--base-url', api.url);
  expect(rowsOf(out).map(([what, operation, , place]) => [what, operation, place])).toEqual([
    ['unknown header', 'listEndpointService', 'header x-cell'],
    ['unknown field', 'listEndpointService', 'body.endpoint_services[].pool'],
    ['broken rule', 'listEndpointService', 'body.endpoint_services[].created_at'],
    ['unknown value', 'listEndpointService', 'body.endpoint_services[].status'],
    ['unknown header', 'listServiceDetails', 'header x-cell'],
  ]);
  expect(code).toBe(1);
});

test('a recording of a browser: bodies in base64, preflights and other sites', () => {
  const text = Buffer.from(JSON.stringify({ ...quotas, new: 1 })).toString('base64');
  const { log } = answered(`/v1/${projectId}/quotas?type=endpoint`, text, { encoding: 'base64' });
  const others = [
    answered(`/v1/${projectId}/quotas`, '', { method: 'OPTIONS' }),
    answered('/v1/anything', '<html>', { host: 'console.example.com' }),
    answered(`/v1/${projectId}/quotas`, '', { status: 0 }),
  ].flatMap((har) => har.log.entries);
  const { findings, traffic } = driftOf({ log: { entries: [...log.entries, ...others] } });
  expect(findings.map(({ kind, place }) => [kind, place])).toEqual([['field', 'body.new']]);
  expect(traffic).toMatchObject({ elsewhere: 2, unanswered: 1 });
});

test('a call that the document does not have is named without what is personal in its path', () => {
  const { findings } = driftOf(answered(`/v2/${projectId}/vpc-endpoints/acme-7/mirrors`, {}));
  expect(findings).toMatchObject([
    { kind: 'call', operation: expect.stringMatching(/^GET \/\w\w\/x+\/vpc-endpoints\/xxxx-0\/xxxxxxx$/) as string },
  ]);
});

test('of paths that both fit, the one that is more exact counts', () => {
  const { findings } = driftOf(
    answered(`/v1/${projectId}/vpc-endpoint-services/public`, { endpoint_services: 'none' }),
  );
  expect(findings[0]).toMatchObject({ operation: 'listServicePublicDetails' });
});

test('a value that only a later state has is drift from the first, and none from that', () => {
  const har = answered(`/v1/${projectId}/vpc-endpoint-services`, {
    endpoint_services: [{ tcp_proxy: 'proxy_vni' }],
    total_count: 1,
  });
  const values = (asOf?: '2026-08') =>
    driftOf(har, asOf === undefined ? {} : { asOf }).findings.filter(({ kind }) => kind === 'value');
  expect(values()).toMatchObject([{ place: 'body.endpoint_services[].tcp_proxy', example: '"proxy_vni"' }]);
  expect(values('2026-08')).toEqual([]);
});

test.each([
  ['nothing', '', 'is not JSON'],
  [
    'no archive',
    { log: { entries: [{ request: { method: 'GET' } }] } },
    "is no HAR file: /log/entries/0 must have required property 'response'",
  ],
  ['no call of the API', answered('/', {}, { host: 'example.com' }), 'there is no answer of the API'],
])('a file that holds %s ends with 2', async (_, content, message) => {
  const { code, err } = await command('--har', await fileOf(content));
  expect(err).toContain(message);
  expect(code).toBe(2);
});

test('a file that is not there ends with 2', async () => {
  const { code, err } = await command('--har', join(folder, 'nowhere.har'));
  expect(err).toContain('nowhere.har cannot be read');
  expect(code).toBe(2);
});
