import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MockStartError, startMock } from '@vpcep/mock';
import sirv from 'sirv';

/** Serves the reference and the mock until it is told to stop. Where a port is taken, a free one is used instead. */
const { values } = parseArgs({
  options: { 'docs-port': { type: 'string', default: '4000' }, 'mock-port': { type: 'string', default: '4010' } },
});
const host = '127.0.0.1';

async function serveDocs(port: number): Promise<{ url: string; close(): void }> {
  const files = sirv(fileURLToPath(new URL('../apps/docs/dist', import.meta.url)), { etag: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n');
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Starts something on its port, or on a free one when that is taken. */
async function onFreePort<T>(start: (port: number) => Promise<T>, port: number): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    const cause = error instanceof MockStartError ? error.cause : error;
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw error;
    return start(0);
  }
}

const docs = await onFreePort(serveDocs, Number(values['docs-port']));
const mock = await onFreePort((port) => startMock({ port, host, scenario: 'small-team' }), Number(values['mock-port']));

process.stdout.write(`
  Reference  ${docs.url}
  Mock       ${mock.url}

  Create an endpoint service:

  curl ${mock.url}/v1/my-project/vpc-endpoint-services \\
    -H 'X-Auth-Token: any' -H 'Content-Type: application/json' \\
    -d '{"port_id":"4189d3c2-8882-4871-a3c2-d380272eed88","vpc_id":"my-vpc","server_type":"VM","ports":[{"client_port":8080,"server_port":80}]}'

  Ctrl-C stops both.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    docs.close();
    void mock.close();
  });
}
