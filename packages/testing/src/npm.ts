import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What runs npm or npx: Node does, so that no shell has to find them. */
export function npmCommand(name: 'npm' | 'npx'): { program: string; args: string[] } {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('start the tests by npm or npx: they run npm too');
  return { program: process.execPath, args: [join(dirname(npm), `${name}-cli.js`)] };
}

/** Runs npm in a folder, and resolves with what it wrote. */
export async function runNpm(folder: string, ...args: string[]): Promise<string> {
  const npm = npmCommand('npm');
  return (await promisify(execFile)(npm.program, [...npm.args, ...args], { cwd: folder })).stdout;
}
