import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as SecureServer } from 'node:https';
import { type AddressInfo, isIPv6 } from 'node:net';
import { MockStartError } from '../mock-start-error.js';
import { isLoopback, writtenHostname } from './local-names.js';

/** Where a server listens. */
export interface Listening {
  readonly url: string;
  /** What a person should know about that. */
  readonly warning: string | undefined;
}

/**
 * Has a server listen, and returns where.
 *
 * @param onProblem - is told what goes wrong with it later, such as connections that cannot be taken.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  onProblem: (message: string) => void,
): Promise<Listening> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new MockStartError(`cannot listen on ${host}, port ${port}: ${listenProblem(error)}`, { cause: error });
  }
  server.on('error', (error) => {
    onProblem(`The server goes on after an error: ${error.message}`);
  });
  const bound = server.address() as AddressInfo;
  const address = isIPv6(bound.address) ? `[${bound.address}]` : bound.address;
  return {
    url: `${server instanceof SecureServer ? 'https' : 'http'}://${address}:${bound.port}`,
    warning: isLoopback(writtenHostname(bound.address))
      ? undefined
      : `It listens on ${address}, beyond this machine: whoever can reach it can use the API and, under /_mock/, control ` +
        'the mock and read all that it remembers. Leave out --host, or host in code, and it listens on this machine only.',
  };
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
