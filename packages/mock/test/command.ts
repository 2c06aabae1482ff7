import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

/** The command, as it is built. */
export const command = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));
const running = new Set<ChildProcess>();

/** A command `vpcep-mock` that runs until it ends, is told to, or its test is over. */
export interface Command {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has written so far. */
  readonly output: () => { stdout: string; stderr: string };
  /** What became of it. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** The URL where it listens, once it does. */
  readonly ready: () => Promise<string>;
}

/** Runs the command, as it is built, with some arguments. */
export const vpcepMock = (...args: string[]): Command => startCommand([], args);

/** Runs the command, as it is built, with options for Node and arguments of its own. */
export function startCommand(optionsOfNode: readonly string[], args: readonly string[]): Command {
  const child = spawn(process.execPath, [...optionsOfNode, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  const ready = async () => {
    while (!output.stdout.includes('\n') && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
    const url = /https?:\/\/[\d.:]+/.exec(output.stdout)?.[0];
    if (url === undefined) throw new Error(`the mock does not listen: ${(await ended).stderr}`);
    return url;
  };
  return { child, output: () => ({ ...output }), ended, ready };
}

/** Ends the commands of a test file after each of its tests. */
export function endCommands(): void {
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    running.clear();
  });
}
