import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { platformBinary } from './platform-binary.js';

/** A running edge runtime. */
export interface Workerd {
  url: string;
  close(): Promise<void>;
}

/** Serves the worker of a configuration file, on a free port. */
export async function startWorkerd(config: string): Promise<Workerd> {
  const binary = platformBinary('workerd', 'bin/workerd');
  const child = spawn(binary, ['serve', '--control-fd=3', config], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const ended = once(child, 'exit');
  // It says on its fourth stream which port it listens on.
  const control = child.stdio[3] as Readable;
  const port = await Promise.race([readPort(control), ended.then(() => undefined)]);
  if (port === undefined) throw new Error('workerd ended before it listened');
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function readPort(control: Readable): Promise<number | undefined> {
  let text = '';
  for await (const chunk of control) {
    text += String(chunk);
    const port = /"port": ?(\d+)/.exec(text)?.[1];
    if (port !== undefined) return Number(port);
  }
  return undefined;
}
