import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Where the script of npm or npx is, to be run with `process.execPath`: on Windows the command is a script for a shell,
 * which no process starts by itself.
 */
export function npmCli(name: 'npm' | 'npx' = 'npm'): string {
  // npm says itself to all that it runs where it is.
  const { npm_execpath: running = '' } = process.env;
  const besideNode = dirname(process.execPath);
  const found = [
    dirname(running),
    join(besideNode, 'node_modules/npm/bin'),
    join(besideNode, '../lib/node_modules/npm/bin'),
  ]
    .map((folder) => join(folder, `${name}-cli.js`))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error('npm is not beside Node: run the tests with npm, as in "npm test"');
  return found;
}

/** Runs npm in a folder, and resolves with what it wrote. */
export async function runNpm(folder: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [npmCli(), ...args], { cwd: folder })).stdout;
}
