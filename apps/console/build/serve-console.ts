import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** As hosts of several sites have it. */
const path = '/console/';
const built = fileURLToPath(new URL('../dist', import.meta.url));

/** Serves a built console below a path, with a `config.json` of its own. */
export async function serveConsole(configuration: object, folder = built) {
  const files = sirv(folder, { brotli: true, gzip: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404).end();
    };
    if (request.url?.startsWith(path) !== true) {
      missing();
      return;
    }
    request.url = request.url.slice(path.length - 1);
    if (request.url === '/config.json') {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(configuration));
    } else files(request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
