import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneRepository, root, type Clone } from '../clone.js';

interface Task {
  taskId: string;
  command: string;
  hash: string;
  cache: { status: 'HIT' | 'MISS' };
}

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
});
afterAll(() => {
  clone.remove();
});

function turbo(args: string[], env: Record<string, string> = {}): string {
  // Not by scripts/turbo.mjs, which says itself what it runs on.
  const options = { cwd: clone.folder, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  return execFileSync(process.execPath, [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore'],
    // A plan names every file that a task is made from.
    maxBuffer: 2 ** 26,
  });
}

/** The tasks that a root script has turbo run. */
function tasksOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, tasks] = /turbo\.mjs run ((?:[\w:]+ )*[\w:]+)/.exec(scripts[script] ?? '') ?? [];
  if (tasks === undefined) throw new Error(`"npm run ${script}" no longer runs tasks by turbo`);
  return tasks.split(' ');
}

/** What turbo would do, by its own summary. What does not exist in a workspace is no task of it. */
function plan(tasks: string[], env: Record<string, string> = {}): Task[] {
  const summary = JSON.parse(turbo([...tasks, '--dry=json'], env)) as { tasks: Task[] };
  return summary.tasks.filter(({ command }) => command !== '<NONEXISTENT>');
}

/** Which tasks of `npm run check` turbo no longer takes from the cache once something has changed. */
function changedBy(change: () => void): string[] {
  const before = new Map(plan(tasksOf('check')).map(({ taskId, hash }) => [taskId, hash]));
  expect(before.size).toBeGreaterThan(30);
  change();
  return plan(tasksOf('check'))
    .filter(({ taskId, hash }) => before.get(taskId) !== hash)
    .map(({ taskId }) => taskId)
    .sort();
}

/** Adds a line to a file that is there. */
function append(file: string, line: string): void {
  const path = join(clone.folder, file);
  if (!existsSync(path)) throw new Error(`there is no ${file} any more`);
  appendFileSync(path, `\n${line}\n`);
}

const isOf = (kind: string) => (task: string) => task.endsWith(`#${kind}`);

test('an unchanged tree is all the same', () => {
  expect(changedBy(() => undefined)).toEqual([]);
});

describe('what a change runs again', () => {
  test('a README: its samples, and of the linters those that read texts', () => {
    const tasks = changedBy(() => {
      append('packages/mock/README.md', 'A further thought.');
    });
    expect(tasks).toEqual([
      '//#lint:chinese',
      '//#lint:formatting',
      '@vpcep/mock#test:readmes',
      '@vpcep/openapi#spelling',
      '@vpcep/repository#test:readmes',
    ]);
  });

  test('a decision about the document: the tests of the document that read it, and the pages', () => {
    const tasks = changedBy(() => {
      append('openapi/decisions/README.md', 'A further thought.');
    });
    expect(tasks.filter(isOf('build'))).toEqual(['@vpcep/docs#build']);
    expect(tasks.filter(isOf('test'))).toEqual(['@vpcep/docs#test', '@vpcep/openapi#test', '@vpcep/repository#test']);
  });

  test("a test: the tests of its workspace, and that workspace's linters", () => {
    const tasks = changedBy(() => {
      append('packages/client/test/regions.test.ts', '// A further thought.');
    });
    const linters = ['boundaries', 'chinese', 'formatting', 'imports'].map((name) => `//#lint:${name}`);
    expect(tasks).toEqual([...linters, '@vpcep/client#lint', '@vpcep/client#test', '@vpcep/client#typecheck']);
  });

  test.each([
    ['the style of the reference', 'apps/docs/src/site/site.css', '@vpcep/docs'],
    ['the look of the console', 'apps/console/src/app/console.css', '@vpcep/console'],
  ])('%s: the build of that app alone', (_, file, app) => {
    const tasks = changedBy(() => {
      append(file, 'body { background: white; }');
    });
    expect(tasks.filter(isOf('build'))).toEqual([`${app}#build`]);
    expect(tasks.filter(isOf('test'))).toEqual([`${app}#test`, '@vpcep/repository#test']);
  });

  test('the document: every layer and its tests', () => {
    const tasks = changedBy(() => {
      append('openapi/components/schemas/Protocol.yaml', 'title: Protocol');
    });
    const names = ['client', 'console', 'docs', 'drift', 'mock', 'openapi', 'rules', 'types'];
    const layers = names.map((name) => `@vpcep/${name}`);
    expect(tasks.filter(isOf('build'))).toEqual(layers.map((layer) => `${layer}#build`));
    expect(tasks.filter(isOf('test'))).toEqual([...layers, '@vpcep/repository'].map((name) => `${name}#test`).sort());
  });

  test('another version of Node, or another platform: everything', () => {
    const on = (machine: string) => plan(tasksOf('check'), { TURBO_RUNS_ON: machine });
    const hashes = new Map(on('Node v22.22.0 on linux x64').map(({ taskId, hash }) => [taskId, hash]));
    for (const { taskId, hash } of on('Node v24.11.0 on linux x64')) expect(hashes.get(taskId), taskId).not.toBe(hash);
  });
});

test('what was built is taken from the cache, until the document changes', () => {
  const build = ['build', '--filter=@vpcep/types', '--cache=local:rw'];
  const missed = () =>
    plan(build)
      .filter(({ cache }) => cache.status === 'MISS')
      .map(({ taskId }) => taskId)
      .sort();
  const layers = ['@vpcep/openapi#build', '@vpcep/types#build'];
  expect(missed()).toEqual(layers);
  turbo(build);
  expect(missed()).toEqual([]);

  append('openapi/components/schemas/TcpProxy.yaml', 'title: Once more');
  expect(missed()).toEqual(layers);
});
