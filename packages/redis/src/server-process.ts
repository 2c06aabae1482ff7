import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findRedis } from './find.js';

/** Says that another process listens on the port. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

/** The process of a server that accepts connections. */
export interface ServerProcess {
  /** Sends a signal, unless the process is gone. */
  signal(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
}

/** Ended with this process: tests that are broken off close nothing. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts the server, and resolves once it accepts connections.
 *
 * @throws PortTakenError when another process has its port.
 */
export async function startServerProcess(args: readonly string[]): Promise<ServerProcess> {
  const program = findRedis();
  if (program === undefined) throw new Error('there is no Redis: run "npm test", which installs it');
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const gone = once(child, 'close').then(() => {
    running.delete(child);
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready to accept connections')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  await Promise.race([ready, gone]);
  if (child.exitCode !== null) {
    if (/address already in use/i.test(output)) throw new PortTakenError(output);
    throw new Error(`Redis did not start:\n${output}`);
  }
  // What it says from now on is nobody's business, but has to be read, or it would wait for a reader.
  for (const stream of [child.stdout, child.stderr]) stream.removeAllListeners('data').resume();
  return {
    signal: (signal) => {
      child.kill(signal);
    },
    gone,
  };
}
