import { fileURLToPath } from 'node:url';
import { run } from './run.js';

// The package exports its script as `cspell/bin`.
const cli = fileURLToPath(import.meta.resolve('cspell/bin'));

/**
 * Looks up the words of the document and of the Markdown pages in dictionaries of British English, and in
 * `lint/words.txt`.
 *
 * @param args files to read instead, and other arguments of cspell
 * @throws ToolError with the unknown words, when there are any.
 */
export function spelling(args: string[] = []): string {
  return run(cli, ['lint', '--config', 'lint/cspell.yaml', '--no-progress', '--no-color', ...args]);
}
