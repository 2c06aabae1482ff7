import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { endTree, npmCli, posixShell } from '@vpcep/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { root } from '../clone.js';

const started: ChildProcess[] = [];
const occupied: Server[] = [];
afterEach(() => {
  for (const child of started.splice(0)) endTree(child);
  for (const server of occupied.splice(0)) server.close();
});

/** Runs a program that serves everything, and reads where. */
async function start(program: string[], ...ports: string[]) {
  const [docsPort = '0', mockPort = '0', consolePort = '0'] = ports;
  const args = ['--docs-port', docsPort, '--mock-port', mockPort, '--console-port', consolePort];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  started.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  while (!text.includes('Ctrl-C') && child.exitCode === null) await once(child.stdout, 'data');
  const address = (name: string) => new RegExp(`${name} +(http://127\\.0\\.0\\.1:\\d+)\n`).exec(text)?.[1] ?? '';
  return { child, text, docs: address('Reference'), mock: address('Mock'), console: address('Console') };
}
const serve = ['--import', 'tsx', 'scripts/serve.ts'];

test('it serves the reference, the mock and the console, and its curl line creates a service', async () => {
  const { child, text, docs, mock, console } = await start(serve);
  expect(await (await fetch(docs)).text()).toContain('<title>VPC Endpoint API</title>');
  expect((await fetch(`${docs}/openapi.json`)).status).toBe(200);
  expect((await fetch(`${docs}/nowhere`)).status).toBe(404);

  // The console opens on the mock that was started, and the two apps know each other.
  expect(await (await fetch(console)).text()).toContain('<title>VPC Endpoint console</title>');
  expect(await (await fetch(`${console}/config.json`)).json()).toEqual({ baseUrl: mock, reference: docs });
  expect(await (await fetch(`${docs}/config.json`)).json()).toEqual({ console });

  const command = /curl http[\s\S]*?(?=\n\n)/.exec(text)?.[0] ?? '';
  const answer = execFileSync(posixShell(), ['-c', `${command} --silent --show-error`], { encoding: 'utf8' });
  expect(JSON.parse(answer)).toMatchObject({ id: expect.any(String) as string, service_type: 'interface' });

  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(0);
});

test('where a port is taken, a free one is used', async () => {
  const ports: number[] = [];
  for (let n = 0; n < 3; n++) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    occupied.push(server);
    const address = server.address();
    if (address !== null && typeof address === 'object') ports.push(address.port);
  }
  const { docs, mock, console } = await start(serve, ...ports.map(String));
  expect((await fetch(docs)).status).toBe(200);
  expect((await fetch(console)).status).toBe(200);
  expect((await fetch(`${mock}/_mock/health`)).status).toBe(200);
  expect(ports).not.toContain(Number(new URL(docs).port));
  expect(ports).not.toContain(Number(new URL(mock).port));
  expect(ports).not.toContain(Number(new URL(console).port));
});

// On Windows npm ends what it has started at once, and there is nothing to tell.
describe.skipIf(process.platform === 'win32')('what npm has started ends', () => {
  /** Starts everything as people do, and waits until no server answers once something has been done to npm. */
  async function endsAfter(act: (npm: ChildProcess) => void): Promise<void> {
    const { child, docs, mock, console } = await start([npmCli(), 'start', '--silent', '--']);
    act(child);
    await vi.waitFor(
      async () => {
        for (const url of [docs, mock, console]) await expect(fetch(url)).rejects.toThrow();
      },
      { timeout: 30_000, interval: 200 },
    );
  }

  test('when npm is told to end', async () => {
    await endsAfter((npm) => npm.kill('SIGTERM'));
  });

  test('when its terminal goes, which tells all that was started from there', async () => {
    await endsAfter(({ pid }) => {
      // eslint-disable-next-line no-restricted-syntax -- What a terminal does, where there are terminals.
      process.kill(-(pid ?? 0), 'SIGHUP');
    });
  });
});
