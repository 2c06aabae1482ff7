import type {
  ErrorBody,
  CreatedEndpointService,
  CreateEndpointServiceRequest,
  Endpoint,
  EndpointService,
} from '@vpcep/types';
import { describe, expectTypeOf, test } from 'vitest';
import { createVpcepClient, isVpcepError, type OperationId, type VpcepClient, type VpcepError } from '../src/index.js';

declare const client: VpcepClient;
declare const body: CreateEndpointServiceRequest;

describe('methods', () => {
  test('there is one for each operation', () => {
    expectTypeOf<OperationId>().toEqualTypeOf<
      Exclude<keyof VpcepClient, 'http' | 'paginate' | 'waiting' | 'withOptions' | `waitFor${string}`>
    >();
  });

  test('resolve with what the document answers', () => {
    expectTypeOf(client.createEndpointService({ body })).resolves.toEqualTypeOf<CreatedEndpointService>();
    expectTypeOf(
      client.listServiceDetails({ path: { vpc_endpoint_service_id: 'x' } }),
    ).resolves.toEqualTypeOf<EndpointService>();
  });

  test('resolve with nothing where the document answers nothing', () => {
    const path = { vpc_endpoint_id: 'x' };
    expectTypeOf(client.deleteEndpoint({ path })).resolves.toEqualTypeOf<undefined>();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Its result is what is looked at.
    expectTypeOf(client.deleteEndpointPolicy({ path })).resolves.toEqualTypeOf<Endpoint>();
    expectTypeOf(
      client.batchAddOrRemoveResourceInstance({
        path: { resource_type: 'endpoint', resource_id: 'x' },
        body: { action: 'create' },
      }),
    ).resolves.toEqualTypeOf<undefined>();
  });

  test('may be called without arguments where none is mandatory', () => {
    expectTypeOf(client.listEndpoints).toBeCallableWith();
    expectTypeOf(client.listEndpoints).toBeCallableWith({ query: { limit: 10, sort_dir: 'asc' } });
    expectTypeOf(client.listVersionDetails).toBeCallableWith();
  });

  test('take no body where the document lets it be left out', () => {
    const path = { vpc_endpoint_service_id: 'id' };
    expectTypeOf(client.upgradeEndpointService).toBeCallableWith({ path });
    expectTypeOf(client.upgradeEndpointService).toBeCallableWith({ path, body: { action: 'upgrade' } });
  });

  test('take what others have returned', async () => {
    const { tags, description } = await client.listServiceDetails({ path: { vpc_endpoint_service_id: 'id' } });
    expectTypeOf(client.createEndpointService).toBeCallableWith({ body: { ...body, tags, description } });
    const { resources = [] } = await client.listResourceInstances({
      path: { resource_type: 'endpoint' },
      body: { action: 'filter' },
    });
    for (const found of [tags, resources[0]?.tags]) {
      expectTypeOf(client.batchAddOrRemoveResourceInstance).toBeCallableWith({
        path: { resource_type: 'endpoint_service', resource_id: 'id' },
        body: { action: 'create', tags: found },
      });
    }
  });

  test('take a list of one where one is all that there may be', () => {
    const path = { vpc_endpoint_service_id: 'id' };
    expectTypeOf(client.acceptOrRejectEndpoint).toBeCallableWith({
      path,
      body: { action: 'receive', endpoints: ['a'] },
    });
    // @ts-expect-error one per call
    void client.acceptOrRejectEndpoint({ path, body: { action: 'receive', endpoints: ['a', 'b'] } });
    // @ts-expect-error one per call
    void client.acceptOrRejectEndpoint({ path, body: { action: 'receive', endpoints: [] } });
  });

  test('take what the document takes', () => {
    // @ts-expect-error the ID of the service is missing
    void client.listServiceDetails({});
    // @ts-expect-error the arguments are missing
    void client.listServiceDetails();
    // @ts-expect-error the body is missing
    void client.createEndpointService({});
    // @ts-expect-error an ID is a text
    void client.listServiceDetails({ path: { vpc_endpoint_service_id: 1 } });
    // @ts-expect-error the call has no such path value
    void client.createEndpointService({ body, path: { vpc_endpoint_service_id: 'x' } });
    // @ts-expect-error the call has no query
    void client.createEndpointService({ body, query: { limit: 1 } });
    void client.createEndpointService({ body, path: { project_id: 'other' } });
  });
});

test('http is the plain client of openapi-fetch', async () => {
  const result = await client.http.POST('/v1/{project_id}/vpc-endpoint-services', {
    params: { path: { project_id: 'p' } },
    body,
  });
  if (result.error) expectTypeOf(result.error).toEqualTypeOf<ErrorBody>();
  else expectTypeOf(result.data).toExtend<CreatedEndpointService>();
});

test('a client needs somewhere to send its requests, a project and credentials', () => {
  const credentials = { token: 't' };
  createVpcepClient({ region: 'cn-north-4', projectId: 'p', credentials });
  createVpcepClient({ baseUrl: 'http://127.0.0.1:4010', projectId: 'p', credentials: () => credentials });
  // @ts-expect-error neither region nor baseUrl
  createVpcepClient({ projectId: 'p', credentials });
  // What a variable of the environment holds is only known at run time, and checked then.
  createVpcepClient({ region: process.env['REGION'], projectId: process.env['PROJECT'], credentials });
  // @ts-expect-error a region is a text
  createVpcepClient({ region: 4, projectId: 'p', credentials });
  // @ts-expect-error no credentials
  createVpcepClient({ region: 'cn-north-4', projectId: 'p' });
});

test('isVpcepError tells the class by its name', () => {
  const error: unknown = undefined;
  if (isVpcepError(error)) expectTypeOf(error).toEqualTypeOf<VpcepError>();
  if (isVpcepError(error, 'VpcepHttpError')) expectTypeOf(error.status).toBeNumber();
  if (isVpcepError(error, 'VpcepCallError')) expectTypeOf(error.operation).toBeString();
  // @ts-expect-error no such class
  isVpcepError(error, 'VpcepTeapotError');
});
