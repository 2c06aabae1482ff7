import { createRequire } from 'node:module';
import { run } from './run.js';

const cli = createRequire(import.meta.url).resolve('@stoplight/spectral-cli/dist/index.js');

/**
 * Holds documents against Spectral's rules. A mere hint counts as a failure, too.
 *
 * @param args other arguments of Spectral
 * @throws ToolError with the findings, when there are any.
 */
export function spectral(files: string[], args: string[] = []): string {
  return run(cli, [
    'lint',
    ...files,
    '--ruleset',
    'lint/spectral.yaml',
    '--fail-severity',
    'hint',
    '--show-documentation-url',
    'false',
    ...args,
  ]);
}
