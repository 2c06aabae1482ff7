import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds `openapi.yaml` and `redocly.yaml`. */
export const openapiFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs the script of a command-line tool with this Node, in the document's folder.
 *
 * @returns what it printed
 * @throws Error when it ends with another exit code than 0; the message holds what it printed.
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
  const output = `${stdout}${stderr}`;
  if (status !== 0) throw new Error(`${[script, ...args].join(' ')} ended with exit code ${String(status)}\n${output}`);
  return output;
}
