import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/** The folder that holds `openapi.yaml` and `redocly.yaml`. */
export const openapiFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs the Redocly CLI in the document's folder, with its telemetry and its search for updates switched off: both look
 * up hosts on the internet, whatever `redocly.yaml` says.
 *
 * @throws Error when the CLI ends with another exit code than 0; `output` holds what it printed.
 */
export function redocly(args: string[]): string {
  // `respect` does not know the option, and finds the file in the folder.
  const config = args[0] === 'respect' ? [] : ['--config', 'redocly.yaml'];
  const run = spawnSync(process.execPath, [cli, ...args, ...config], {
    cwd: openapiFolder,
    encoding: 'utf8',
    env: {
      ...process.env,
      // On Node 20 a library of the CLI warns about a module that Node itself has deprecated.
      NODE_NO_WARNINGS: '1',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
  });
  const output = `${run.stdout}${run.stderr}`;
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`redocly ${args.join(' ')} ended with exit code ${run.status}\n${output}`);
  return output;
}
