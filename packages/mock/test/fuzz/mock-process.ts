import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/vpcep-mock.js', import.meta.url));
const reporter = `data:text/javascript,${encodeURIComponent(`
  process.on('message', () => { gc(); gc(); process.send(process.memoryUsage().heapUsed); });
  process.channel.unref();
`)}`;

/** A mock in a process of its own, where it can hang or die, and whose memory is its own. */
export interface MockProcess {
  url: string;
  /** Whether the process runs. */
  isAlive(): boolean;
  /** The bytes of objects that are in use. */
  heap(): Promise<number>;
  stop(): Promise<void>;
}

const usual = ['--scenario', 'small-team', '--clock', 'manual'];

export async function startMockProcess(...given: string[]): Promise<MockProcess> {
  const options = ['--port', '0', '--quiet', ...(given.length === 0 ? usual : given)];
  const child = spawn(process.execPath, ['--expose-gc', '--import', reporter, command, ...options], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null) throw new Error('the output of the mock is not at hand');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0];
  if (url === undefined) throw new Error(`the mock did not start: ${line.toString()}`);
  return {
    url,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async heap() {
      child.send('heap');
      const [bytes] = (await once(child, 'message')) as [number];
      return bytes;
    },
    async stop() {
      const stopped = once(child, 'exit');
      child.kill('SIGTERM');
      await stopped;
    },
  };
}
