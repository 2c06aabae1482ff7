import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a proxy behaves: */
export type Behaviour =
  /** It forwards everything. */
  | 'pass'
  /** It has cut all connections, and cuts new ones. */
  | 'cut'
  /** It accepts connections, and forwards nothing until it behaves otherwise. */
  | 'stall'
  /** It forwards what the client says, and cuts the connection instead of the answer: nobody knows what was done. */
  | 'cut-replies'
  /** It forwards half of the next answer of each connection, and cuts it. */
  | 'half'
  /** It forwards everything in order, and so many milliseconds late. */
  | { readonly slow: number };

/** A network between a client and a server that fails when it is told to. */
export interface MisbehavingProxy {
  /** Where it listens on 127.0.0.1. */
  readonly port: number;
  /** Changes how it behaves, from the next bytes on. */
  behave(behaviour: Behaviour): void;
  /** Cuts all connections, and listens no more. */
  close(): Promise<void>;
}

/** A connection to the proxy, and the one that it has to the server for it. */
interface Pair {
  readonly client: Socket;
  readonly target: Socket;
  /** Resolves when both are closed. */
  readonly gone: Promise<unknown>;
  /** Ends both at once. */
  readonly cut: () => void;
}

function pairOf(client: Socket, targetPort: number): Pair {
  const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
  const sockets = [client, target];
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const closed = (socket: Socket) =>
    new Promise((resolve) => {
      // When one side has broken off, or is not there, the other one is told in the same way.
      socket.on('error', cut).once('close', resolve);
    });
  return { client, target, gone: Promise.all(sockets.map(closed)), cut };
}

/** Starts a proxy to a port of 127.0.0.1. It passes everything until it is told otherwise. */
export async function startProxy(targetPort: number): Promise<MisbehavingProxy> {
  let behaviour: Behaviour = 'pass';
  const changes = new EventEmitter().setMaxListeners(0);
  const pairs = new Set<Pair>();

  /** Waits while everything stands still. */
  async function untilItMayPass({ gone }: Pair): Promise<void> {
    while (behaviour === 'stall') {
      const over = new AbortController();
      // Aborted, it rejects, and nobody waits for it any more.
      const changed = once(changes, 'changed', { signal: over.signal }).catch(() => undefined);
      if ((await Promise.race([changed, gone.then(() => 'gone')])) === 'gone') {
        over.abort();
        return;
      }
    }
  }

  /** Forwards what one side says, in the way of the moment. */
  async function forward(from: Socket, to: Socket, pair: Pair): Promise<void> {
    const isAnswer = from === pair.target;
    const chunks = from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const chunk of chunks) {
      if (typeof behaviour === 'object') await sleep(behaviour.slow);
      await untilItMayPass(pair);
      if (isAnswer && behaviour === 'cut-replies') {
        pair.cut();
        return;
      }
      if (isAnswer && behaviour === 'half') {
        to.end(chunk.subarray(0, Math.floor(chunk.length / 2)), pair.cut);
        return;
      }
      if (!to.write(chunk)) await Promise.race([once(to, 'drain'), pair.gone]);
    }
    await untilItMayPass(pair);
    to.end();
  }

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (behaviour === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const pair = pairOf(client, targetPort);
    pairs.add(pair);
    void pair.gone.then(() => pairs.delete(pair));
    for (const [from, to] of [
      [client, pair.target],
      [pair.target, client],
    ] as const) {
      forward(from, to, pair).catch(pair.cut);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  function behave(next: Behaviour): void {
    behaviour = next;
    if (next === 'cut') for (const pair of pairs) pair.cut();
    changes.emit('changed');
  }
  return {
    port: (server.address() as AddressInfo).port,
    behave,
    async close() {
      const closed = once(server, 'close');
      server.close();
      behave('cut');
      await closed;
    },
  };
}
