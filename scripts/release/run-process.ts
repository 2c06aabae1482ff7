import { spawn } from 'node:child_process';

/** What a process has said. */
export interface Said {
  stdout: string;
  stderr: string;
}

/**
 * Runs a script of Node to its end, while this process goes on.
 *
 * @throws Error with all that it said when it fails.
 */
export async function runScript(
  [script, ...args]: [script: string, ...args: string[]],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Said> {
  const child = spawn(process.execPath, [script, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return said;
  throw new Error(`${[script, ...args].join(' ')} ended with ${String(status)}:\n${said.stdout}${said.stderr}`);
}
