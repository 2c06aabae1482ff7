import { createRequire } from 'node:module';
import { run } from './run.js';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');

/**
 * Runs the Redocly CLI in the document's folder, with its telemetry and its search for updates switched off: both look
 * up hosts on the internet, whatever `redocly.yaml` says.
 *
 * @throws ToolError when the CLI ends with another exit code than 0.
 */
export function redocly(args: string[]): string {
  // `respect` does not know the option, and finds the file in the folder.
  const config = args[0] === 'respect' ? [] : ['--config', 'redocly.yaml'];
  return run(cli, [...args, ...config], {
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  });
}
