import { createVpcepClient } from '@vpcep/client';

const vpcep = createVpcepClient({ region: 'cn-north-4', projectId: 'p', credentials: { token: 't' } });

export async function fiveMethods(): Promise<string[]> {
  const created = await vpcep.createEndpointService({
    body: { port_id: 'a', vpc_id: 'b', server_type: 'VM', ports: [{ client_port: 8080, server_port: 80 }] },
  });
  const path = { vpc_endpoint_service_id: created.id };
  const shown = await vpcep.listServiceDetails({ path });
  const listed = await vpcep.listEndpointService({ query: { limit: 10 } });
  const updated = await vpcep.updateEndpointService({ path, body: { description: 'b' } });
  await vpcep.deleteEndpointService({ path });
  return [created.id, shown.status, updated.description ?? '', String(listed.endpoint_services.length)].map(String);
}
