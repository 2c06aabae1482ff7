import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchanges } from './exchanges.js';

/** How long requests under way may take when a server is stopped. */
const graceMs = 600;

/** How long what was cut off may take to notice. */
const noticeMs = 200;

/** What a server is busy with. */
export interface Busy {
  readonly exchanges: Exchanges;
  /** The answers that are being found. */
  readonly work: ReadonlySet<Promise<void>>;
  /** Tells those who find them that nobody waits any more. */
  readonly ending: AbortController;
}

/**
 * Makes what stops a server: it takes no more connections, answers what is under way, or has not in time, and ends all
 * connections, whatever is on them.
 */
export function createStop(server: Server, { exchanges, work, ending }: Busy): () => Promise<void> {
  // The server itself forgets those that were to become something else, by CONNECT or TLS.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = once(server, 'close');
    server.close();
    const inTime = new AbortController();
    const late = (ms: number) => sleep(ms, undefined, { signal: inTime.signal }).catch(() => undefined);
    await Promise.race([exchanges.settled(), late(graceMs)]);
    ending.abort();
    for (const socket of sockets) socket.destroy();
    await Promise.race([Promise.all([closed, ...work]), late(noticeMs)]);
    inTime.abort();
  };
}
