import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOptions } from '../build/bundle-options.js';
import { seedRequest } from './seed.js';

const require = createRequire(import.meta.url);
let folder: string;
let packed: { filename: string; size: number };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-packed-mock-'));
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const place = fileURLToPath(new URL('..', import.meta.url));
  [packed] = JSON.parse(npm('pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', '.', place)) as [
    typeof packed,
  ];
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  npm('install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed.filename}`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts what is packed, by npx, in a folder with nothing else; calls it, and stops it. */
async function whileRunning(
  args: string[],
  call: (url: string) => Promise<void>,
  { name = '@vpcep/mock', cwd = folder } = {},
): Promise<void> {
  // As a group, since npx does not pass signals on.
  const child = spawn('npx', ['--prefer-offline', '--yes', name, '--port', '0', ...args], {
    cwd,
    // What npx keeps of the packed file goes with the rest.
    env: { ...process.env, npm_config_cache: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    await call(/http:\S+/.exec(line.toString())?.[0] ?? line.toString());
  } finally {
    // The end of its output is the end of the mock; npx may go before it.
    const ended = once(child, 'close');
    child.stdout.resume();
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function list(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const path = `${url}/v1/p/vpc-endpoint-services`;
  return (await fetch(path, { headers: { 'X-Auth-Token': 'any', ...headers } })).json();
}

test('it needs one other package, the database, and is small', () => {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dependencies?: object; optionalDependencies?: object }>;
  };
  const { dependencies = {}, optionalDependencies = {} } = packages['node_modules/@vpcep/mock'] ?? {};
  expect([Object.keys(dependencies), Object.keys(optionalDependencies)]).toEqual([[], ['classic-level']]);
  expect(packed.size).toBeLessThan(1_500_000);
});

test('npx runs it', async () => {
  await whileRunning([], async (url) => {
    expect(await list(url)).toEqual({ endpoint_services: [], total_count: 0 });
    expect(await list(url, { Prefer: 'dynamic=true' })).toHaveProperty('endpoint_services');
  });
});

test('npx runs it with a folder to keep things in', async () => {
  const create = {
    method: 'POST',
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    body: JSON.stringify(seedRequest),
  };
  await whileRunning(['--persist', 'kept'], async (url) => {
    expect((await fetch(`${url}/v1/p/vpc-endpoint-services`, create)).status).toBe(200);
  });
  await whileRunning(['--persist', 'kept'], async (url) => {
    expect(await list(url)).toHaveProperty('total_count', 1);
  });
});

test('npx runs the packed file from an empty folder', async () => {
  // Not below the other, whose packages npx would find.
  const empty = mkdtempSync(join(tmpdir(), 'vpcep-empty-'));
  cpSync(join(folder, packed.filename), join(empty, packed.filename));
  await whileRunning(
    [],
    async (url) => {
      expect(await list(url)).toEqual({ endpoint_services: [], total_count: 0 });
    },
    { name: `./${packed.filename}`, cwd: empty },
  ).finally(() => {
    rmSync(empty, { recursive: true });
  });
});

test('without the database it runs, and says what it needs to keep things', async () => {
  const modules = join(folder, 'node_modules');
  renameSync(join(modules, 'classic-level'), join(modules, 'elsewhere'));
  try {
    await whileRunning([], async (url) => {
      expect(await list(url)).toHaveProperty('total_count', 0);
    });
    const command = join(modules, '@vpcep/mock/bin/vpcep-mock.js');
    const { status, stderr } = spawnSync(process.execPath, [command, '--persist', join(folder, 'new')], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^vpcep-mock: cannot persist: the optional package classic-level .*\n$/) as string,
    });
    expect(existsSync(join(folder, 'new'))).toBe(false);
  } finally {
    renameSync(join(modules, 'elsewhere'), join(modules, 'classic-level'));
  }
});

test('npx runs it with another document, in JSON and in YAML', async () => {
  for (const name of ['openapi.json', 'openapi.yaml']) {
    const document = require.resolve(`@vpcep/openapi/${name}`);
    await whileRunning(['--document', document], async (url) => {
      expect(await list(url)).toEqual({ endpoint_services: [], total_count: 0 });
    });
  }
});

test('a TypeScript project finds all of its types, with nothing installed but those of Node', () => {
  for (const name of ['@types/node', 'undici-types']) {
    const from = dirname(createRequire(require.resolve('@types/node/package.json')).resolve(`${name}/package.json`));
    cpSync(from, join(folder, 'node_modules', name), { recursive: true });
  }
  writeFileSync(
    join(folder, 'use.ts'),
    `import { startMock, type Mock } from '@vpcep/mock';
const mock: Mock = await startMock({ port: 0, scenario: 'busy' });
const state: string | undefined = mock.state().services[0]?.status;
// @ts-expect-error There is no such scenario.
await startMock({ scenario: 'none' });
// @ts-expect-error A status is a text.
const wrong: number | undefined = mock.state().services[0]?.status;
console.log(state, wrong);`,
  );
  const options = ['--noEmit', '--strict', '--target', 'ES2022', '--module', 'NodeNext', '--types', 'node'];
  const said = execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), ...options, 'use.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(said).toBe('');
});

test('every package that is in it has its notice: name, version, licence, and text with who holds the copyright', async () => {
  const { metafile } = await build({ ...bundleOptions, write: false });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const bundled = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  const expected = [...new Set(bundled)].map((place) => {
    const file = join(bundleOptions.absWorkingDir, place, 'package.json');
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
    return `${name} ${version}`;
  });
  expect(expected.length).toBeGreaterThan(50);

  const notices = readFileSync(join(folder, 'node_modules/@vpcep/mock/dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
    .split(`\n\n${'-'.repeat(80)}\n\n`)
    .map(
      (notice) => /^(?<name>\S+ \S+) \([^)]+\)\n\n(?<text>[^]+)$/.exec(notice)?.groups ?? { name: notice, text: '' },
    );
  expect(notices.map(({ name }) => name).sort()).toEqual(expected.sort());
  const lacking = notices.filter(
    ({ text = '' }) =>
      !/copyright|\(c\)|©/i.test(text) || !/permission|redistribut|licen[cs]e/i.test(text) || text.length < 500,
  );
  expect(lacking).toEqual([]);
});
