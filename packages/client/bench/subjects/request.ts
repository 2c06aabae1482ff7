/** The request that every subject sends, of about 500 bytes. */
export const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
export const token = 'token-of-the-benchmark';
export const accessKey = {
  accessKeyId: 'AKIDOFTHEBENCHMARK00',
  secretAccessKey: 'SECRETOFTHEBENCHMARK0000000000000000000',
};
export const body = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM' as const,
  service_type: 'interface' as const,
  service_name: 'benchmark',
  approval_enabled: false,
  description: 'One of very many requests that differ in nothing but in who sends them',
  ports: [
    { client_port: 8080, server_port: 80, protocol: 'TCP' as const },
    { client_port: 8443, server_port: 443, protocol: 'TCP' as const },
  ],
  tags: [
    { key: 'environment', value: 'production' },
    { key: 'team', value: 'platform' },
  ],
};

/** Sends the request once, and reads the answer. */
export type Call = () => Promise<unknown>;
