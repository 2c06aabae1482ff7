import { createVpcepClient } from '@vpcep/client';

const vpcep = createVpcepClient({
  baseUrl: process.env['VPCEP_URL'] ?? '',
  projectId: '6e9dfd51d1124e8d8498dce894923a0d',
  credentials: { token: 'any' },
});
const created = await vpcep.createEndpointService({
  body: {
    port_id: '4189d3c2-8882-4871-a3c2-d380272eed88',
    vpc_id: '4189d3c2-8882-4871-a3c2-d380272eed80',
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80 }],
  },
});
console.log(`${created.id} is ${created.status}`);
