import { describe, expect, test } from 'vitest';
import { errorCatalogue, type ErrorCode } from '../src/error-catalogue.js';
import {
  createVpcepCore,
  paginate,
  VpcepNotFoundError,
  VpcepThrottlingError,
  VpcepValidationError,
  waitForEndpoint,
  type OperationCalls,
  type VpcepClient,
} from '../src/index.js';
import { VpcepCall } from '../src/call/vpcep-call.js';
import { errorOf, inTurn, stubClient } from '../src/testing/index.js';
import { failureOf } from './failure-of.js';
import { endpoint, endpointId, service, serviceId } from './scripted-client.js';

const codes = [...errorCatalogue.keys()] as ErrorCode[];
const path = { vpc_endpoint_id: endpointId };

/** The error of a client whose every request is answered with this. */
function thrown(status: number, code: string, message: string, headers = {}, options = {}): Promise<Error> {
  const fetch = () => Promise.resolve(Response.json({ error_code: code, error_msg: message }, { status, headers }));
  const client = createVpcepCore({
    baseUrl: 'https://vpcep.cn-north-4.myhuaweicloud.com',
    projectId: '6e9dfd51d1124e8d8498dce894923a0d',
    credentials: { token: 'of-this-test' },
    fetch,
    maxRetries: 0,
    ...options,
  });
  return failureOf(client.listEndpoints());
}

/** What an error tells, but for what it was called with. */
const told = (error: Error) => ({ ...(JSON.parse(JSON.stringify(error)) as object), callId: '', url: '' });

describe('errorOf', () => {
  test('makes of each code the error that the client throws', async () => {
    expect(codes.length).toBeGreaterThan(80);
    for (const code of codes) {
      const { status = 0, message = '' } = errorCatalogue.get(code) ?? {};
      const error = await thrown(status, code, message, { 'X-Request-Id': 'r-1' });
      const made = errorOf(code, { requestId: 'r-1' });
      expect(made.constructor).toBe(error.constructor);
      expect(made.message).toBe(error.message);
      expect(told(made)).toEqual(told(error));
      expect(made.url).toBe('https://vpcep.example/v1/{project_id}/vpc-endpoints');
      expect(made.headers.get('X-Request-Id')).toBe('r-1');
    }
  });

  test('says what the options say', async () => {
    const error = errorOf('EndPoint.0005', { operation: 'deleteEndpoint', message: 'gone', status: 400, attempts: 3 });
    expect(error).toMatchObject({
      message: 'deleteEndpoint: 400 EndPoint.0005: gone',
      operation: 'deleteEndpoint',
      status: 400,
      attempts: 3,
    });
    expect(error.requestId).toBeUndefined();
    expect(await failureOf(Promise.reject(errorOf('EndPoint.0022', { status: 429 })))).toBeInstanceOf(
      VpcepThrottlingError,
    );
  });

  test('has the remedy when it is asked for, as with the catalogue', async () => {
    const { status = 0, message = '', remedy } = errorCatalogue.get('EndPoint.0005') ?? {};
    const error = await thrown(status, 'EndPoint.0005', message, {}, { errorCatalogue });
    expect(errorOf('EndPoint.0005', { remedy: true })).toMatchObject({ message: error.message, remedy });
    expect(errorOf('EndPoint.0005').remedy).toBeUndefined();
  });

  test('refuses a code that there is not', () => {
    expect(() => errorOf('EndPoint.9999' as ErrorCode)).toThrow(VpcepValidationError);
  });

  test.each<[field: string, code: unknown, options: unknown]>([
    ['code', undefined, {}],
    ['code', null, {}],
    ['options', 'EndPoint.0005', null],
    ['options', 'EndPoint.0005', 'deleteEndpoint'],
    ['operation', 'EndPoint.0005', { operation: 'deleteEndpoints' }],
    ['operations', 'EndPoint.0005', { operations: 'deleteEndpoint' }],
    ['status', 'EndPoint.0005', { status: '404' }],
  ])('of a program without types, refuses %s by name: %j, %j', (field, ...given) => {
    const call = () => errorOf(...(given as Parameters<typeof errorOf>));
    expect(call).toThrow(VpcepValidationError);
    expect(call).toThrow(new RegExp(`^${field}: `));
  });
});

describe('a stubbed call', () => {
  test('comes to its result', async () => {
    const list = { endpoints: [endpoint('accepted')], total_count: 1 };
    const vpcep = stubClient({ listEndpoints: list, deleteEndpoint: undefined });
    expect(await vpcep.listEndpoints()).toEqual(list);
    await expect(vpcep.deleteEndpoint({ path })).resolves.toBeUndefined();
  });

  test('comes to what its function makes of the arguments', async () => {
    const vpcep = stubClient({
      listEndpointInfoDetails: ({ path: { vpc_endpoint_id: id } }) => endpoint('accepted', { id }),
      listServiceDetails: () => Promise.resolve(service('available')),
    });
    expect(await vpcep.listEndpointInfoDetails({ path })).toMatchObject({ id: endpointId });
    const details = await vpcep.listServiceDetails({ path: { vpc_endpoint_service_id: serviceId } });
    expect(details.status).toBe('available');
  });

  test('fails with its error, and with what its function returns or throws', async () => {
    const error = errorOf('EndPoint.0005');
    const vpcep = stubClient({
      listEndpoints: error,
      listEndpointInfoDetails: () => error,
      deleteEndpoint: () => {
        throw error;
      },
      listQuotaDetails: () => Promise.reject(error),
    });
    expect(await failureOf(vpcep.listEndpoints())).toBe(error);
    expect(await failureOf(vpcep.listEndpointInfoDetails({ path }))).toBe(error);
    expect(await failureOf(vpcep.deleteEndpoint({ path }))).toBe(error);
    expect(await failureOf(vpcep.listQuotaDetails().withResponse())).toBe(error);
  });

  test('comes to one thing after another, and to the last again and again', async () => {
    const vpcep = stubClient({
      listEndpointInfoDetails: inTurn(errorOf('EndPoint.0005'), endpoint('creating'), endpoint('accepted')),
    });
    expect(await failureOf(vpcep.listEndpointInfoDetails({ path }))).toBeInstanceOf(VpcepNotFoundError);
    const states = [1, 2, 3].map(async () => (await vpcep.listEndpointInfoDetails({ path })).status);
    expect(await Promise.all(states)).toEqual(['creating', 'accepted', 'accepted']);
  });

  test('has a response, like any call', async () => {
    const vpcep = stubClient({ listEndpoints: { endpoints: [], total_count: 0 }, deleteEndpoint: undefined });
    expect(vpcep.listEndpoints()).toBeInstanceOf(VpcepCall);
    const { data, response } = await vpcep.listEndpoints().withResponse();
    expect([data.total_count, response.status]).toEqual([0, 200]);
    const deleted = await vpcep.deleteEndpoint({ path }).withResponse();
    expect([deleted.data, deleted.response.ok]).toEqual([undefined, true]);
  });

  test('is kept with its arguments', async () => {
    const vpcep = stubClient({ listEndpoints: { endpoints: [], total_count: 0 }, deleteEndpoint: undefined });
    await vpcep.listEndpoints({ query: { limit: 10 } });
    await vpcep.deleteEndpoint({ path });
    await vpcep.listEndpoints();
    expect(vpcep.calls).toEqual([
      { operation: 'listEndpoints', args: { query: { limit: 10 } } },
      { operation: 'deleteEndpoint', args: { path } },
      { operation: 'listEndpoints', args: {} },
    ]);
    expect(vpcep.callsOf('listEndpoints').map(({ query }) => query?.limit)).toEqual([10, undefined]);
    expect(vpcep.callsOf('createEndpoint')).toEqual([]);
  });
});

describe('what is not stubbed', () => {
  test('fails with its name, by an error that is none of the client', async () => {
    const vpcep = stubClient({ listEndpoints: { endpoints: [], total_count: 0 } });
    const error = await failureOf(vpcep.listQuotaDetails());
    expect(error.message).toBe('listQuotaDetails is called, and is not stubbed: give stubClient something for it');
    expect(error.name).toBe('Error');
    expect(vpcep.callsOf('listQuotaDetails')).toHaveLength(1);
    expect((await failureOf(vpcep.waitForEndpoint(endpointId))).message).toMatch(/^listEndpointInfoDetails is called/);
    expect((await failureOf(vpcep.http.GET('/'))).message).toMatch(/^http is called/);
  });

  test('is what a program without types gave nothing for', async () => {
    const stubs = { listEndpoints: undefined } as object;
    expect((await failureOf(stubClient(stubs).listEndpoints())).message).toMatch(/^listEndpoints is called/);
  });

  test.each([undefined, null, 'listEndpoints'])('cannot be told from what is no object: %j', (stubs) => {
    expect(() => stubClient(stubs as never)).toThrow(VpcepValidationError);
  });

  test('cannot be an operation that there is not', () => {
    const stubs = { listEndpoint: {} } as object;
    expect(() => stubClient(stubs)).toThrow('stubClient: the API has no operation listEndpoint');
  });
});

describe('upon stubs', () => {
  const creating = () =>
    stubClient({ listEndpointInfoDetails: inTurn(endpoint('creating'), endpoint('creating'), endpoint('accepted')) });

  test('waiters wait, and no longer than they must', async () => {
    const client = creating();
    const own = await client.waitForEndpoint(endpointId, { timeout: '10s' });
    const given = await waitForEndpoint(creating(), endpointId, { timeout: '10s' });
    expect([own.status, given.status]).toEqual(['accepted', 'accepted']);
    expect(client.callsOf('listEndpointInfoDetails').map((args) => args.path)).toEqual([path, path, path]);
  });

  test('lists are read page by page', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `endpoint-${index}`);
    const client = stubClient({
      listEndpoints: ({ query: { limit = 10, offset = 0 } = {} }) => ({
        endpoints: ids.slice(offset, offset + limit).map((id) => endpoint('accepted', { id })),
        total_count: ids.length,
      }),
    });
    const read = async (list: AsyncIterable<{ id?: string }>) => {
      const found: unknown[] = [];
      for await (const { id } of list) found.push(id);
      return found;
    };
    expect(await read(client.paginate('listEndpoints', {}, { pageSize: 2 }))).toEqual(ids);
    expect(await read(paginate(client, 'listEndpoints', {}, { pageSize: 3 }))).toEqual(ids);
    expect(client.callsOf('listEndpoints')[0]).toEqual({ query: { limit: 2 } });
  });
});

test('code that wants a client, or a part of one, takes stubs', async () => {
  const count = async (client: VpcepClient) => (await client.listEndpoints()).total_count;
  const remove = (client: OperationCalls<'deleteEndpoint'>) => client.deleteEndpoint({ path });
  const vpcep = stubClient({ listEndpoints: { endpoints: [], total_count: 0 }, deleteEndpoint: undefined });
  expect(await count(vpcep)).toBe(0);
  await remove(vpcep);
  expect(vpcep.callsOf('deleteEndpoint')).toEqual([{ path }]);
});
