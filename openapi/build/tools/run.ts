import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds `openapi.yaml` and `redocly.yaml`. */
export const openapiFolder = fileURLToPath(new URL('../..', import.meta.url));

/** A command-line tool ended with another exit code than 0. The message holds all that it printed. */
export class ToolError extends Error {
  readonly stdout: string;

  constructor(command: string, status: number | null, stdout: string, stderr: string) {
    super(`${command} ended with exit code ${String(status)}\n${stdout}${stderr}`);
    this.stdout = stdout;
  }
}

/**
 * Runs the script of a command-line tool with this Node, in the document's folder.
 *
 * @returns what it printed
 * @throws ToolError when it ends with another exit code than 0.
 */
export function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: openapiFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      // On Node 20 libraries of these tools warn about modules that Node itself has deprecated.
      NODE_NO_WARNINGS: '1',
      ...env,
    },
  });
  if (error) throw error;
  if (status !== 0) throw new ToolError([script, ...args].join(' '), status, stdout, stderr);
  return `${stdout}${stderr}`;
}
