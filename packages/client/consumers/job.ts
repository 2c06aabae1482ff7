import type * as Catalogue from '@vpcep/client/error-catalogue';
import type * as Client from '@vpcep/client';

/** What every consumer has its runtime do, with the modules as it has loaded them: the lines say how it went. */
export async function job(
  { createVpcepClient, VpcepValidationError }: typeof Client,
  { errorCatalogue }: typeof Catalogue,
  mock: string,
): Promise<string> {
  const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
  const body = {
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    server_type: 'VM' as const,
    ports: [{ client_port: 8080, server_port: 80 }],
  };
  const target = { baseUrl: mock, projectId };
  const vpcep = createVpcepClient({ ...target, credentials: { token: 'any' } });
  const created = await vpcep.createEndpointService({ body });
  const signing = createVpcepClient({
    ...target,
    credentials: { accessKeyId: 'AKIDEXAMPLE000000000', secretAccessKey: 'wJalrXUtnFEMIexamplekeyexamplekeyexample0' },
  });
  const signed = await signing.listEndpointService().withResponse();
  const services = '/v1/{project_id}/vpc-endpoint-services';
  const params = { path: { project_id: projectId } };
  const plain = await vpcep.http.GET(services, { params });
  const refused: unknown = await vpcep
    .listServiceDetails({ path: { vpc_endpoint_service_id: '' } })
    .catch((error: unknown) => error);

  // In Firefox a request has no such property.
  globalThis.Request = class extends Request {};
  Object.defineProperty(Request.prototype, 'body', { value: undefined });
  const { http } = createVpcepClient({ ...target, credentials: { token: 'any' } });
  const listed = await http.GET(services, { params });
  const posted = await http.POST(services, {
    params,
    body: { ...body, port_id: '0d7e94b1-52c8-4f3a-a6d7-e48b19c03f52' },
  });
  return [
    `created ${created.id}`,
    `signed and answered with ${signed.response.status}`,
    `listed with ${plain.response.status}`,
    refused instanceof VpcepValidationError ? 'an empty ID is refused' : 'an empty ID is let through',
    `EndPoint.0005 comes with ${errorCatalogue.get('EndPoint.0005')?.status ?? 'nothing'}`,
    `without Request.body listed with ${listed.response.status}, created with ${posted.response.status}`,
  ].join('\n');
}
