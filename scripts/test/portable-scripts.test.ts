import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, workspaces } from '../clone.js';

// Windows runs the scripts of a package.json with cmd.exe, all other systems with a POSIX shell. What both read alike
// is words, words in double quotes, and && between commands.

/** The commands that are there wherever the repository is: those that it needs at all, and what npm has installed. */
const known = new Set(['git', 'node', 'npm', 'npx', ...readdirSync(join(root, 'node_modules/.bin'))]);

/** What a script has that the one shell or the other reads differently, or not at all. */
function obstacles(script: string): string[] {
  const quoted = script.match(/"(?:\\"|[^"])*"/g) ?? [];
  const bare = script.replaceAll(/"(?:\\"|[^"])*"/g, '""');
  const found = [
    ...quoted.flatMap((text) => text.match(/[$`%]/g) ?? []),
    ...(bare.replaceAll('&&', '').match(/[$`%'^;|&<>()*?[\]{}~\\]/g) ?? []),
  ];
  for (const command of bare.split('&&')) {
    const [program = ''] = command.trim().split(/\s+/);
    if (!known.has(program)) found.push(program);
  }
  return found;
}

const scripts = ['.', ...workspaces()].flatMap((place) => {
  const file = join(place, 'package.json');
  const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as { scripts?: Record<string, string> };
  return Object.entries(manifest.scripts ?? {}).map(([name, script]) => ({ file, name, script }));
});

test('every script runs in the shell of Windows as in that of other systems', () => {
  expect(scripts.length).toBeGreaterThan(20);
  const found = scripts.map((entry) => ({ ...entry, obstacles: obstacles(entry.script) }));
  expect(found.filter((entry) => entry.obstacles.length > 0)).toEqual([]);
});

test.each([
  ['a variable that is set', 'NODE_ENV=test vitest run', ['NODE_ENV=test']],
  ['a variable that is read', 'node run.mjs "$HOME"', ['$']],
  ['a variable in the way of Windows', 'node run.mjs %HOME%', ['%', '%']],
  ['single quotes', "prettier --check '**/*.ts'", ["'", '*', '*', '*', "'"]],
  ['a pattern of files that nobody expands', 'eslint src/*.ts', ['*']],
  ['a command that Windows lacks', 'rm -rf dist && tsc', ['rm']],
  ['a command of the shell', 'cd src && test -d lib', ['cd', 'test']],
  ['commands after each other', 'tsc ; vitest run', [';']],
  ['a pipe', 'tsc | cat', ['|']],
  ['output that is put elsewhere', 'tsc 2>/dev/null', ['>']],
  ['a command within a command', 'node run.mjs `date`', ['`', '`']],
  ['a file that the system would have to run itself', './run.sh', ['./run.sh']],
])('the check notices %s', (_, script, expected) => {
  expect(obstacles(script)).toEqual(expected);
});
