import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMock, type LogEntry, type Mock, type MockState } from '../src/index.js';
import { type Api, apiOf, endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

describe('fields that the document does not know are refused', () => {
  const run = runMock();

  test('with the option that lets them through', async () => {
    const body = { ...serviceBody(1), colour: 'red', ports: [{ client_port: 8080, server_port: 'x' }] };
    const message = await run.owner.refused('createEndpointService', 'EndPoint.0002', { body });
    expect(message).toMatch(
      /body\.colour is not known here; .*; the mock lets unknown fields through with `--unknown-fields warn`\.$/,
    );
  });

  test('and the option is not named where it does not help', async () => {
    const body = { ...serviceBody(1), vpc_id: 5 };
    expect((await run.owner.send('createEndpointService', { body })).body).not.toMatchObject({
      error_msg: expect.stringContaining('unknown-fields') as string,
    });
  });
});

describe('with unknownFields warn, fields that the document does not know', () => {
  let mock: Mock;
  let owner: Api;
  let entries: LogEntry[] = [];
  beforeAll(async () => {
    const log = (entry: LogEntry) => entries.push(entry);
    mock = await startMock({ port: 0, clock: 'manual', transitions: 'immediate', unknownFields: 'warn', log });
    owner = apiOf(mock, 'owner');
  });
  beforeEach(() => {
    mock.reset();
    entries = [];
  });
  afterAll(() => mock.close());

  const extra = { colour: 'red', size: { width: 3 } };
  const create = (more: object = extra) => owner.ok('createEndpointService', { body: { ...serviceBody(1), ...more } });

  test('are shown wherever their resource is', async () => {
    const service = await create();
    expect(service).toMatchObject(extra);
    expect(await owner.ok('listServiceDetails', { service: service.id })).toMatchObject(extra);
    expect((await owner.ok('listEndpointService')).endpoint_services).toMatchObject([extra]);
    const body = { ...endpointBody(service.id), flavour: 7 };
    const endpoint = await owner.ok('createEndpoint', { body });
    expect((await owner.ok('listEndpoints')).endpoints).toMatchObject([{ id: endpoint.id, flavour: 7 }]);
  });

  test('are not shown to others', async () => {
    const { id } = await create();
    const summary = await apiOf(mock, 'other').ok('listServiceDescribeDetails', { query: { id } });
    expect(summary).not.toHaveProperty('colour');
  });

  test('change with an update, which keeps the others', async () => {
    const { id: service } = await create();
    await owner.ok('updateEndpointService', { service, body: { colour: 'blue', weight: 1 } });
    const changed = { ...extra, colour: 'blue', weight: 1 };
    expect(await owner.ok('listServiceDetails', { service })).toMatchObject(changed);
  });

  test('are let through in the items of lists, and in calls about something else', async () => {
    const { id: service } = await create({});
    const body = { permissions: [{ permission: '*', description: '', colour: 'red' }], shape: 'round' };
    await owner.ok('batchAddEndpointServicePermissions', { service, body });
    const explanation = ['let through: body.permissions[0].colour is not known; body.shape is not known'];
    expect(entries.at(-1)).toMatchObject({ operation: 'batchAddEndpointServicePermissions', explanation });
    expect(await owner.ok('listServiceDetails', { service })).not.toHaveProperty('shape');
  });

  test('do not take the place of what the document knows', async () => {
    const { id: service, service_name } = await create({
      status: 'failed',
      id: 'mine',
      created_at: 'now',
      error: 'none',
    });
    const details = await owner.ok('listServiceDetails', { service });
    expect(details).toMatchObject({ id: service, service_name, status: 'available' });
    // The document says what an error is, and a text is none.
    expect(details).not.toHaveProperty('error');
  });

  test.each(['__proto__', 'constructor', 'toString'])('may be called %s', async (name) => {
    const body = JSON.parse(JSON.stringify(serviceBody(1)).replace('{', `{"${name}":{"a":1},`)) as object;
    const { id: service } = await owner.ok('createEndpointService', { body });
    const details = await owner.ok('listServiceDetails', { service });
    expect(Object.entries(details)).toContainEqual([name, { a: 1 }]);
  });

  test('are kept in a state that is saved and loaded', async () => {
    const { id: service } = await create();
    const state = JSON.parse(JSON.stringify(mock.state())) as MockState;
    mock.reset();
    mock.load(state);
    expect(await owner.ok('listServiceDetails', { service })).toMatchObject(extra);
  });

  test('do not keep other mistakes from being refused', async () => {
    const body = { ...serviceBody(1), ...extra, vpc_id: 5 };
    const message = await owner.refused('createEndpointService', 'EndPoint.0002', { body });
    expect(message).toMatch(/body\.vpc_id/);
    expect(message).not.toMatch(/colour/);
  });
});

test('a mock without a memory lets unknown fields through, too', async () => {
  const mock = await startMock({ port: 0, stateful: false, unknownFields: 'warn' });
  const body = { ...serviceBody(1), colour: 'red' };
  expect(await apiOf(mock, 'owner').send('createEndpointService', { body })).toMatchObject({ status: 200 });
  await mock.close();
});
