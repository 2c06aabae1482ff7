import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { MockStartError } from '../mock-start-error.js';

/** Has a server listen, and returns where. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new MockStartError(`cannot listen on ${host}, port ${port}: ${listenProblem(error)}`, { cause: error });
  }
  const address = server.address() as AddressInfo;
  return `http://${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`;
}

/** How long requests under way may take when a server is stopped. */
const closeTimeoutMs = 1000;

/** Stops a server, once it has answered what is under way, or has not in time. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timeout = setTimeout(() => {
    server.closeAllConnections();
  }, closeTimeoutMs);
  await closed;
  clearTimeout(timeout);
}

function listenProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'the port is in use; stop what uses it, or choose another with --port (0 takes a free one)';
  if (code === 'EACCES') return 'the port needs more rights; choose one above 1023 with --port';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; choose another with --host';
  return error instanceof Error ? error.message : String(error);
}
