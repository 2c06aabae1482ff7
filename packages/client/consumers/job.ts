import type * as Catalogue from '@vpcep/client/error-catalogue';
import type * as Client from '@vpcep/client';

/** What every consumer has its runtime do, with the modules as it has loaded them: the lines say how it went. */
export async function job(
  { createVpcepClient, VpcepValidationError }: typeof Client,
  { errorCatalogue }: typeof Catalogue,
  mock: string,
): Promise<string> {
  const target = { baseUrl: mock, projectId: '6e9dfd51d1124e8d8498dce894923a0d' };
  const vpcep = createVpcepClient({ ...target, credentials: { token: 'any' } });
  const created = await vpcep.createEndpointService({
    body: {
      port_id: '4189d3c2-8882-4871-a3c2-d380272eed88',
      vpc_id: '4189d3c2-8882-4871-a3c2-d380272eed80',
      server_type: 'VM',
      ports: [{ client_port: 8080, server_port: 80 }],
    },
  });
  const signing = createVpcepClient({
    ...target,
    credentials: { accessKeyId: 'AKIDEXAMPLE000000000', secretAccessKey: 'wJalrXUtnFEMIexamplekeyexamplekeyexample0' },
  });
  const signed = await signing.listEndpointService().withResponse();
  const { response } = await vpcep.http.GET('/v1/{project_id}/vpc-endpoint-services', {
    params: { path: { project_id: '6e9dfd51d1124e8d8498dce894923a0d' } },
  });
  const refused: unknown = await vpcep
    .listServiceDetails({ path: { vpc_endpoint_service_id: '' } })
    .catch((error: unknown) => error);
  return [
    `created ${created.id}`,
    `signed and answered with ${signed.response.status}`,
    `listed with ${response.status}`,
    refused instanceof VpcepValidationError ? 'an empty ID is refused' : 'an empty ID is let through',
    `EndPoint.0005 comes with ${errorCatalogue.get('EndPoint.0005')?.status ?? 'nothing'}`,
  ].join('\n');
}
