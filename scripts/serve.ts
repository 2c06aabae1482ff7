import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MockStartError, startMock } from '@vpcep/mock';
import sirv from 'sirv';

/**
 * Serves the reference, the mock and the console until it is told to stop. Where a port is taken, a free one is used
 * instead.
 */
const { values } = parseArgs({
  options: {
    'docs-port': { type: 'string', default: '4000' },
    'mock-port': { type: 'string', default: '4010' },
    // Prism's proxy is on port 4020.
    'console-port': { type: 'string', default: '4030' },
  },
});
const host = '127.0.0.1';

interface Served {
  url: string;
  close(): void;
}

/** Serves what is built of an app, and a `config.json` that tells it where the others are. */
async function serveApp(app: string, configuration: () => object, port: number): Promise<Served> {
  const files = sirv(fileURLToPath(new URL(`../apps/${app}/dist`, import.meta.url)), {
    etag: true,
    // Where the build has written them beside the files.
    brotli: true,
    gzip: true,
  });
  const server = createServer((request, response) => {
    if (request.url === '/config.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(configuration()));
      return;
    }
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

const mock = await onFreePort((port) => startMock({ port, host, scenario: 'small-team' }), Number(values['mock-port']));
// Each of the two tells the other's address, and one of them is asked first.
let consoleUrl: string | null = null;
const docs = await onFreePort(
  (port) => serveApp('docs', () => ({ console: consoleUrl }), port),
  Number(values['docs-port']),
);
const consoleApp = await onFreePort(
  (port) => serveApp('console', () => ({ baseUrl: mock.url, reference: docs.url }), port),
  Number(values['console-port']),
);
consoleUrl = consoleApp.url;

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  docs.close();
  consoleApp.close();
  void mock.close();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

process.stdout.write(`
  Reference  ${docs.url}
  Mock       ${mock.url}
  Console    ${consoleApp.url}

  Create an endpoint service:

  curl ${mock.url}/v1/my-project/vpc-endpoint-services \\
    -H 'X-Auth-Token: any' -H 'Content-Type: application/json' \\
    -d '{"port_id":"35d0f7e2-8882-4871-a3c2-d380272eed83","vpc_id":"my-vpc","server_type":"VM","ports":[{"client_port":8080,"server_port":80}]}'

  Ctrl-C stops all.
`);
