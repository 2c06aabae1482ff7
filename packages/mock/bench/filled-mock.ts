import { randomUUID } from 'node:crypto';
import { startMock, type MockState } from '@vpcep/mock';
import { project, known } from './requests.js';

/** A mock that remembers many endpoint services from the start. It logs to a pipe, as the command does with `--json`. */
const [port = '', services = ''] = process.argv.slice(2);

const scenario: MockState = {
  quotas: { endpoint_service: 1_000_000_000 },
  endpoints: [],
  services: Array.from({ length: Number(services) }, (_, index) => ({
    id: index === 0 ? known : randomUUID(),
    project_id: project,
    name: `service-${index}`,
    port_id: randomUUID(),
    vpc_id: randomUUID(),
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP' }],
    status: 'available',
    created_at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString().replace('.000', ''),
  })),
};
const mock = await startMock({
  port: Number(port),
  scenario,
  log: (entry) => void process.stdout.write(`${JSON.stringify(entry)}\n`),
});
process.once('SIGTERM', () => void mock.close());
