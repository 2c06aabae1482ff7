import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy as companies have them. */
export interface ForwardProxy {
  url: string;
  /** The hosts that it was asked for, as they were asked for. */
  asked: string[];
  close(): void;
}

/** Starts a proxy that takes whole URLs as well as CONNECT, and leads all hosts to one. */
export async function startForwardProxy(target: string): Promise<ForwardProxy> {
  const { hostname, port } = new URL(target);
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { host, pathname, search } = new URL(incoming.url ?? '');
    asked.push(host);
    const { method, headers } = incoming;
    const passed = request({ hostname, port, path: pathname + search, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  server.on('connect', ({ url }, socket, head) => {
    asked.push(url ?? '');
    const tunnel = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      tunnel.write(head);
      tunnel.pipe(socket).pipe(tunnel);
    });
    const end = () => {
      tunnel.destroy();
      socket.destroy();
    };
    socket.on('error', end).on('close', end);
    tunnel.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
