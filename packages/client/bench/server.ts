import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers every request alike, once it has read it: a process of its own, so that only clients are measured. */
const answer = JSON.stringify({
  id: '4189d3c2-8882-4871-a3c2-d380272eed83',
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM',
  service_type: 'interface',
  service_name: 'cn-north-4.benchmark.4189d3c2-8882-4871-a3c2-d380272eed83',
  status: 'available',
  approval_enabled: false,
  ports: [{ client_port: 8080, server_port: 80, protocol: 'TCP' }],
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
// What it costs to wake a process up would be counted as the client's.
const stayAwake = () => {
  setImmediate(stayAwake);
};
stayAwake();
process.on('disconnect', () => process.exit());
