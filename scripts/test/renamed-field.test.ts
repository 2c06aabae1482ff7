import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from './clone.js';

const field = 'approval_enabled';

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  // What is built of the document as it is, to begin with.
  for (const made of workspaces().flatMap((place) => [join(place, 'dist'), join(place, 'src/generated')])) {
    if (existsSync(join(root, made))) cpSync(join(root, made), join(clone.folder, made), { recursive: true });
  }
});
afterAll(() => {
  clone.remove();
});

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: clone.folder, encoding: 'utf8' }).split('\n').filter(Boolean);

/** Where the console's own source names the field, such as `src/a.ts:12`. */
function uses(): string[] {
  return git('grep', '--line-number', '--word-regexp', field, '--', 'apps/console/src')
    .map((line) => line.split(':').slice(0, 2).join(':'))
    .sort();
}

/** Where the compiler finds the console wrong. */
function errors(): string[] {
  const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'apps/console'], {
    cwd: clone.folder,
    encoding: 'utf8',
  });
  return [
    ...new Set(
      [...stdout.matchAll(/^(apps\/console\/\S+)\((\d+),\d+\): error/gm)].map(
        ([, file, line]) => `${file ?? ''}:${line ?? ''}`,
      ),
    ),
  ].sort();
}

test('a field that is renamed in the document stops the console from compiling, wherever it uses the field', () => {
  const used = uses();
  expect(used.length).toBeGreaterThan(4);
  expect(errors()).toEqual([]);

  for (const file of git(
    'grep',
    '--files-with-matches',
    '--word-regexp',
    field,
    '--',
    'openapi/components',
    'openapi/paths',
    'openapi/overlays',
  )) {
    const path = join(clone.folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(new RegExp(`\\b${field}\\b`, 'g'), 'needs_approval'));
  }
  // The client is what the console compiles against. The texts of the document are made anew as well.
  execFileSync(process.execPath, ['scripts/turbo.mjs', 'run', 'build', '--filter=@vpcep/client', '--cache=local:r'], {
    cwd: clone.folder,
    stdio: 'pipe',
  });
  execFileSync(process.execPath, [join(clone.folder, 'node_modules/tsx/dist/cli.mjs'), 'build/generate.ts'], {
    cwd: join(clone.folder, 'apps/console'),
    stdio: 'pipe',
  });
  expect(errors()).toEqual(used);
}, 400_000);
