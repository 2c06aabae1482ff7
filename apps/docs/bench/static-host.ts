import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

const compressible = /\.(html|js|css|json|yaml|svg|txt)$/;

/** A host whose address is known before there is anything on it. */
export interface StaticHost {
  origin: string;
  /** Serves a folder from now on, every text gzipped. */
  publish(folder: string): void;
  close(): void;
}

/** Opens a host on this machine. */
export async function openHost(): Promise<StaticHost> {
  let files: ReturnType<typeof sirv> | undefined;
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404).end();
    };
    if (files === undefined) missing();
    else files(request, response, missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish(folder) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name);
        if (compressible.test(name) && statSync(file).isFile())
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
      }
      files = sirv(folder, { gzip: true });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
