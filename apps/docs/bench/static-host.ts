import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

const compressible = /\.(html|js|css|json|yaml|svg|txt)$/;

/** Serves a folder as a static host does: every text gzipped. */
export async function serveFolder(folder: string): Promise<{ origin: string; close(): void }> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (compressible.test(name) && statSync(file).isFile()) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
  const files = sirv(folder, { gzip: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
