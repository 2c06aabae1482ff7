import { access } from 'node:fs/promises';
import { once } from 'node:events';
import { isIPv6, type AddressInfo } from 'node:net';
import { type Contract, loadContract } from './contract.js';
import { document, documentHash } from './generated/document.js';
import { createHttpFront } from './http-front.js';
import type { Log } from './log.js';
import { MockStartError } from './mock-start-error.js';

/** Options of {@link startMock}. */
export interface MockOptions {
  /**
   * The port to listen on; 0 takes a free one.
   *
   * @default 4010
   */
  port?: number;
  /**
   * The address to listen on. Any other than a loopback address lets other machines in.
   *
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * Path of an OpenAPI document in JSON or YAML.
   *
   * @default the document that the mock was built from
   */
  document?: string;
  /**
   * Takes one line for every request.
   *
   * @default nothing is logged
   */
  log?: Log;
}

/** A mock that is running. */
export interface Mock {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops it: requests under way are answered, within a second, and no more are taken. */
  close(): Promise<void>;
}

/**
 * Starts the mock server and resolves once it takes requests.
 *
 * @throws MockStartError when the document cannot be read, or the port cannot be listened on.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', log = () => undefined } = options;
  const contract = await load(options.document);
  const health = { status: 'ok', documentHash: options.document === undefined ? documentHash : null };
  const server = createHttpFront(contract, health, log);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new MockStartError(`cannot listen on ${host}, port ${port}: ${listenProblem(error)}`, { cause: error });
  }
  const address = server.address() as AddressInfo;

  return {
    url: `http://${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => {
        server.closeAllConnections();
      }, 1000);
      await closed;
      clearTimeout(patience);
    },
  };
}

async function load(path: string | undefined): Promise<Contract> {
  if (path === undefined) return loadContract(document);
  try {
    await access(path);
  } catch (error) {
    throw new MockStartError(`cannot read the document ${path}: there is no such file, or it may not be read`, {
      cause: error,
    });
  }
  try {
    return await loadContract(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new MockStartError(`cannot use the document ${path}: ${reason}`, { cause: error });
  }
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
