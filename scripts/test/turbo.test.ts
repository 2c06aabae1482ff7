import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository, type Clone } from './clone.js';

interface Summary {
  tasks: { taskId: string; command: string; cache: { status: 'HIT' | 'MISS' } }[];
}

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  build();
});
afterAll(() => {
  clone.remove();
});

/** Builds everything, and returns what turbo's own summary says was not in the cache. */
function build(): string[] {
  const runs = join(clone.folder, '.turbo/runs');
  rmSync(runs, { recursive: true, force: true });
  execFileSync(process.execPath, ['scripts/turbo.mjs', 'run', 'build', '--summarize', '--cache=local:rw'], {
    cwd: clone.folder,
    stdio: 'pipe',
  });
  const [file = ''] = readdirSync(runs);
  const { tasks } = JSON.parse(readFileSync(join(runs, file), 'utf8')) as Summary;
  return tasks
    .filter(({ command, cache }) => command !== '<NONEXISTENT>' && cache.status === 'MISS')
    .map(({ taskId }) => taskId)
    .sort();
}

test('an unchanged tree is all cache', () => {
  expect(build()).toEqual([]);
});

test('a change in the document rebuilds every layer', () => {
  appendFileSync(join(clone.folder, 'openapi/components/schemas/Protocol.yaml'), 'title: Protocol\n');
  expect(build()).toEqual([
    '@vpcep/client#build',
    '@vpcep/console#build',
    '@vpcep/docs#build',
    '@vpcep/mock#build',
    '@vpcep/openapi#build',
    '@vpcep/types#build',
  ]);
  expect(build()).toEqual([]);
});

test('a change in the style of the reference rebuilds the reference alone', () => {
  appendFileSync(join(clone.folder, 'apps/docs/src/style.css'), '\nbody { background: white; }\n');
  expect(build()).toEqual(['@vpcep/docs#build']);
});

test('a change in the look of the console rebuilds the console alone', () => {
  appendFileSync(join(clone.folder, 'apps/console/src/app/console.css'), '\nbody { background: white; }\n');
  expect(build()).toEqual(['@vpcep/console#build']);
});

test('a change in what the document is reasoned from rebuilds nothing', () => {
  appendFileSync(join(clone.folder, 'openapi/decisions/README.md'), '\nA further thought.\n');
  expect(build()).toEqual([]);
});
