import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { root } from '../clone.js';

const eslint = new ESLint({ cwd: root });

/** What ESLint says of a module of this repository. */
async function complaints(code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: 'scripts/planted.mjs' });
  return result?.messages.map(({ ruleId }) => ruleId ?? '') ?? [];
}

test.each([
  ['the path of an address as the path of a file', `console.log(new URL('..', import.meta.url).pathname);`],
  ['npm without a shell', `import { spawnSync } from 'node:child_process';\nspawnSync('npm', ['ci']);`],
  ['npx without a shell', `import { execFile } from 'node:child_process';\nexecFile('npx', ['prism']);`],
  ['a shell by its name', `import { spawn } from 'node:child_process';\nspawn('sh', ['-c', 'date']);`],
  ['a script of .bin', `import { spawn } from 'node:child_process';\nspawn('node_modules/.bin/tsc', []);`],
  ['a script of .bin in a template', 'console.log(`${process.cwd()}/node_modules/.bin/tsc`);'],
  ['a group of processes', `process.kill(-1);`],
  ['a link of no type', `import { symlinkSync } from 'node:fs';\nsymlinkSync('a', 'b');`],
  [
    'arguments for a shell',
    `import { spawn } from 'node:child_process';\nspawn('git', ['log'], { shell: process.platform === 'win32' });`,
  ],
])('ESLint refuses %s, which breaks on Windows', async (_, code) => {
  expect(await complaints(code)).toEqual(['no-restricted-syntax']);
});

test('ESLint lets the path of a web address pass', async () => {
  expect(await complaints(`console.log(new URL('http://127.0.0.1/a').pathname);`)).toEqual([]);
});
