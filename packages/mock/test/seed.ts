/** The request that the page "create endpoint service" shows, with the IDs of the examples. */
export const seedRequest = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  approval_enabled: false,
  service_type: 'interface',
  server_type: 'VM',
  ports: [
    { client_port: 8080, server_port: 90, protocol: 'TCP' },
    { client_port: 8081, server_port: 80, protocol: 'TCP' },
  ],
};

/** The answer that the page shows. */
export const seedResponse = {
  id: '4189d3c2-8882-4871-a3c2-d380272eed83',
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  pool_id: 'e1c7d592-8882-4871-a3c2-d380272eed83',
  status: 'available',
  approval_enabled: false,
  service_name: 'test123',
  service_type: 'interface',
  server_type: 'VM',
  project_id: '6e9dfd51d1124e8d8498dce894923a0d',
  created_at: '2018-01-30T07:42:01.174',
  ports: [
    { client_port: 8080, server_port: 90, protocol: 'TCP' },
    { client_port: 8081, server_port: 80, protocol: 'TCP' },
  ],
};
