import type { VpcepClient } from '@vpcep/client';

/** Each of these calls is a mistake that must not compile; were one to compile, its directive would be the error. */
export function misuse(vpcep: VpcepClient): void {
  const body = {
    port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    server_type: 'VM' as const,
    ports: [{ client_port: 8080, server_port: 80 }],
  };
  const { port_id: _, ...withoutPort } = body;
  // @ts-expect-error port_id is missing
  void vpcep.createEndpointService({ body: withoutPort });
  // @ts-expect-error there is no server type XX
  void vpcep.createEndpointService({ body: { ...body, server_type: 'XX' } });
  // @ts-expect-error there is no field approve
  void vpcep.createEndpointService({ body: { ...body, approve: true } });
  // @ts-expect-error a port is a number
  void vpcep.createEndpointService({ body: { ...body, ports: [{ client_port: '8080' }] } });
  const path = { vpc_endpoint_service_id: 'id' };
  // @ts-expect-error one endpoint per call
  void vpcep.acceptOrRejectEndpoint({ path, body: { action: 'receive', endpoints: ['a', 'b'] } });
}
