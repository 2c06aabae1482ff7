import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Serves the pages below a path, as hosts of several sites do: all addresses on the pages are relative. */
export async function servePages(path = '/some/path/') {
  const files = sirv(fileURLToPath(new URL('../dist', import.meta.url)), { dev: true });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404).end();
    };
    if (request.url?.startsWith(path) !== true) {
      missing();
      return;
    }
    request.url = request.url.slice(path.length - 1);
    files(request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
