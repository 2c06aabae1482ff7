import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { startMock } from '../src/index.js';
import { apiOf, endpointBody, serviceBody } from './api.js';
import { plainClient } from './plain-client.js';
import { runMock } from './running.js';

const run = runMock();
const { owner } = run;

async function publish(): Promise<string> {
  const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, { approval_enabled: false }) });
  run.mock.clock.advance('3s');
  return id;
}
const editions = async (service: string) => (await owner.ok('listServiceDetails', { service })).supported_editions;
const remembered = () => run.mock.state().services[0];

describe('a service', () => {
  test('is for professional endpoints, too, once it was upgraded, and no longer after it was rolled back', async () => {
    const service = await publish();
    expect(await editions(service)).toEqual(['basic']);
    expect(await owner.send('upgradeEndpointService', { service })).toEqual({ status: 204, body: undefined });
    expect(await editions(service)).toEqual(['basic', 'profession']);
    expect((await owner.ok('listEndpointService')).endpoint_services[0]?.supported_editions).toHaveLength(2);
    await owner.ok('upgradeEndpointService', { service, body: { action: 'upgrade', enable_multi_server: true } });
    expect(remembered()).toMatchObject({ enable_multi_server: true });
    await owner.ok('upgradeEndpointService', { service, body: { action: 'rollback' } });
    expect(await editions(service)).toEqual(['basic']);
    expect(remembered()).toMatchObject({ enable_multi_server: false });
  });

  test('takes further backends, which no call shows', async () => {
    const service = await publish();
    for (const resource_id of ['a', 'b']) {
      const body = { server_resources: [{ resource_id }] };
      expect((await owner.send('addEndpointServiceServerResource', { service, body })).status).toBe(204);
    }
    expect(remembered()).toMatchObject({ server_resources: [{ resource_id: 'a' }, { resource_id: 'b' }] });
  });

  test('is neither upgraded nor given backends unless it is there, and available', async () => {
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1) });
    const body = { server_resources: [{ resource_id: 'a' }] };
    for (const [service, code] of [
      [id, 'EndPoint.0002'],
      ['nothing', 'EndPoint.0005'],
    ] as const) {
      await owner.refused('upgradeEndpointService', code, { service });
      await owner.refused('addEndpointServiceServerResource', code, { service, body });
    }
  });
});

describe('an endpoint', () => {
  const body = { action: 'start' };
  test('is creating for a while, and then accepted again', async () => {
    const { id: endpoint } = await owner.ok('createEndpoint', { body: endpointBody(await publish()) });
    await owner.refused('upgradeEndpoint', 'EndPoint.0002', { endpoint, body });
    run.mock.clock.advance('3s');
    const before = await owner.ok('listEndpointInfoDetails', { endpoint });
    expect(await owner.send('upgradeEndpoint', { endpoint, body })).toEqual({ status: 202, body: undefined });
    expect(await owner.ok('listEndpointInfoDetails', { endpoint })).toEqual({ ...before, status: 'creating' });
    run.mock.clock.advance('3s');
    expect(await owner.ok('listEndpointInfoDetails', { endpoint })).toEqual({
      ...before,
      updated_at: run.mock.clock.now(),
    });
  });

  test('is not upgraded unless the request says so', async () => {
    const { id: endpoint } = await owner.ok('createEndpoint', { body: endpointBody(await publish()) });
    await owner.refused('upgradeEndpoint', 'EndPoint.0002', { endpoint, body: {} });
  });
});

test('there are two versions', async () => {
  const { versions } = await owner.ok('listVersionDetails');
  expect(versions.map(({ id, links }) => [id, links[0]?.href])).toEqual([
    ['v1', `${run.mock.url}/v1`],
    ['v2', `${run.mock.url}/v2`],
  ]);
  for (const version of versions) {
    expect(await owner.ok('listSpecifiedVersionDetails', { path: { version: version.id } })).toEqual({ version });
  }
  await owner.refused('listSpecifiedVersionDetails', 'EndPoint.0005', { path: { version: 'v3' } });
});

describe('a mock that is told to be like its region', () => {
  const [limited] = operationsOf(document).filter(({ operation }) => operation['x-regions'] !== undefined);
  const [region = ''] = limited?.operation['x-regions'] ?? [];
  const upgrade = async (options: { region?: string; regional: boolean }) => {
    const mock = await startMock({ port: 0, transitions: 'immediate', ...options });
    const { id } = await apiOf(mock, 'owner').ok('createEndpointService', { body: serviceBody(1) });
    const reply = await plainClient(() => mock, 'owner')('POST', `/v2/{p}/vpc-endpoint-services/${id}/upgrade`);
    await mock.close();
    return { status: reply.status, body: reply.body };
  };

  test('has the calls of that region, and not those that only others have', async () => {
    expect(limited?.operationId).toBe('upgradeEndpointService');
    expect(await upgrade({ region, regional: true })).toMatchObject({ status: 204 });
    expect(await upgrade({ regional: true })).toMatchObject({ status: 404, body: { error_code: 'APIGW.0101' } });
    expect(await upgrade({ regional: false })).toMatchObject({ status: 204 });
  });
});

test('null is not taken for a body that was left out', async () => {
  const message = await owner.refused('upgradeEndpointService', 'EndPoint.0002', { service: 'any', body: null });
  expect(message).toContain('body must be an object');
  // Whoever has no credentials is told that first.
  const unknown = await owner.send('upgradeEndpointService', {
    service: 'any',
    body: null,
    headers: { 'X-Auth-Token': '' },
  });
  expect(unknown.status).toBe(401);
});
