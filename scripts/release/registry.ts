import { once } from 'node:events';
import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/** An npm registry of our own, on this machine. */
export interface Registry {
  url: string;
  /** Whoever sends it may publish. */
  token: string;
  /** What it has of a package under the tag that people install. */
  latest(name: string): Promise<Published>;
  close(): void;
}

/** What the page of a package would be made from. */
export interface Published {
  name: string;
  version: string;
  repository: unknown;
}

/**
 * Starts a registry that keeps everything in a folder. It asks no other registry, so it has what is published to it and
 * nothing else.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const server: unknown = await runServer({
    // It reads no file, and keeps what it stores relative to this one.
    self_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: {},
    packages: { '**': { access: '$all', publish: '$authenticated' } },
    web: { enable: false },
    log: { type: 'stdout', level: 'error' },
  });
  if (!(server instanceof Server)) throw new Error('Verdaccio has made no server');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    token: await register(url),
    async latest(name) {
      const response = await fetch(`${url}${encodeURIComponent(name)}/latest`);
      const { version, repository } = (await response.json()) as Published;
      return { name, version, repository };
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Registers somebody as `npm login` does. */
async function register(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: 'for this rehearsal alone' }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`the registry lets nobody in: status ${response.status}`);
  return token;
}
