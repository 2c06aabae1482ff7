import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { endTree, fullTier, installPacked, nodeVersions, npmCli, packageFolder, type Packed } from '@vpcep/testing';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOptions } from '../../build/build-page.js';
import { bundleOptions } from '../../build/bundle-options.js';
import { redisOptions } from '../../build/apart.js';
import { databaseOptions, packagesInBinaries } from '../../build/database-parts.js';
import { seedRequest } from '../seed.js';

const require = createRequire(import.meta.url);
const nodes = await nodeVersions();
let folder: string;
let packed: Packed | undefined;
/** The command of the installed package. */
let command: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-packed-mock-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  packed = (await installPacked(folder, '@vpcep/mock', '@types/node')).find(({ name }) => name === '@vpcep/mock');
  command = join(folder, 'node_modules/@vpcep/mock/bin/vpcep-mock.js');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a mock by a command line, calls it, and stops it. */
async function whileRunning(
  [program = '', ...args]: string[],
  call: (url: string) => Promise<void>,
  cwd = folder,
): Promise<void> {
  // As a group, since npx does not pass signals on.
  const child = spawn(program, [...args, '--port', '0'], {
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
    endTree(child);
    await ended;
  }
}

/** The command line of npx, which may ask nobody else for what it runs. */
function npx(name: string): string[] {
  return [process.execPath, npmCli('npx'), '--offline', '--yes', name];
}

async function list(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const path = `${url}/v1/p/vpc-endpoint-services`;
  return (await fetch(path, { headers: { 'X-Auth-Token': 'any', ...headers } })).json();
}
const nothing = { endpoint_services: [], total_count: 0 };

test('it is installed without a warning, needs no other package, and is small', () => {
  const own = join(folder, 'installed-alone');
  mkdirSync(own);
  writeFileSync(join(own, 'package.json'), '{}');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  const { stderr } = spawnSync(process.execPath, [npmCli(), ...install, join(folder, packed?.filename ?? '')], {
    cwd: own,
    encoding: 'utf8',
    // Where scripts are ignored, as in this repository, npm does not warn of them.
    env: { ...process.env, npm_config_ignore_scripts: 'false' },
  });
  expect(stderr).toBe('');
  const { packages } = JSON.parse(readFileSync(join(own, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, object>;
  };
  expect(Object.keys(packages)).toEqual(['', 'node_modules/@vpcep/mock']);
  // Two thirds of it is the database, for eight platforms; the client of Redis is 50 kB.
  expect(packed?.size).toBeLessThan(3_500_000);
});

test('npx runs it where it is installed', async () => {
  await whileRunning(npx('@vpcep/mock'), async (url) => {
    expect(await list(url)).toEqual(nothing);
  });
});

test('npx runs the packed file from an empty folder', async () => {
  // Not below the other, whose packages npx would find.
  const empty = mkdtempSync(join(tmpdir(), 'vpcep-empty-'));
  try {
    const file = packed?.filename ?? '';
    cpSync(join(folder, file), join(empty, file));
    const call = async (url: string) => {
      expect(await list(url)).toEqual(nothing);
    };
    await whileRunning(npx(`./${file}`), call, empty);
  } finally {
    rmSync(empty, { recursive: true });
  }
});

describe.each(nodes)('on Node $version', ({ program, version }) => {
  /** It throws at what Node has deprecated. */
  const mock = (...args: string[]) => [program, '--pending-deprecation', '--throw-deprecation', command, ...args];

  test('it answers, and makes answers up', async () => {
    await whileRunning(mock(), async (url) => {
      expect(await list(url)).toEqual(nothing);
      expect(await list(url, { Prefer: 'dynamic=true' })).toHaveProperty('endpoint_services');
    });
  });

  test('it keeps things in a folder', async () => {
    const create = {
      method: 'POST',
      headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
      body: JSON.stringify(seedRequest),
    };
    const keeping = mock('--persist', `kept-by-${version}`);
    await whileRunning(keeping, async (url) => {
      expect((await fetch(`${url}/v1/p/vpc-endpoint-services`, create)).status).toBe(200);
    });
    await whileRunning(keeping, async (url) => {
      expect(await list(url)).toHaveProperty('total_count', 1);
    });
  });

  test.each(['openapi.json', 'openapi.yaml'])('it reads another document, %s', async (name) => {
    await whileRunning(mock('--document', require.resolve(`@vpcep/openapi/${name}`)), async (url) => {
      expect(await list(url)).toEqual(nothing);
    });
  });
});

test('on a machine that the database has no binary for it runs, and says that it cannot keep things', async () => {
  const installed = join(folder, 'node_modules/@vpcep/mock');
  const binaries = join(installed, 'dist/prebuilds');
  renameSync(binaries, `${binaries}-elsewhere`);
  try {
    await whileRunning([process.execPath, command], async (url) => {
      expect(await list(url)).toHaveProperty('total_count', 0);
    });
    const { status, stderr } = spawnSync(process.execPath, [command, '--persist', join(folder, 'new')], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        /^vpcep-mock: cannot persist: the database classic-level has no binary for this machine .*\n$/,
      ) as string,
    });
    expect(existsSync(join(folder, 'new'))).toBe(false);
  } finally {
    renameSync(`${binaries}-elsewhere`, binaries);
  }
});

/** Compilers, and what they are told besides. */
const compilations: [typescript: string, options: string[]][] = fullTier
  ? ['typescript-oldest', 'typescript', 'typescript-newest'].flatMap((typescript) => [
      [typescript, ['--strict']],
      [typescript, []],
    ])
  : // To check all declarations, too, takes the oldest ten times as long as the newest.
    [
      ['typescript-oldest', ['--skipLibCheck']],
      ['typescript-newest', ['--strict']],
    ];

test.each(compilations)(
  'a TypeScript project finds all of its types, with nothing installed but those of Node: %s %j',
  async (typescript, options) => {
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
    const tsc = join(packageFolder(typescript), 'bin/tsc');
    const all = [
      tsc,
      '--noEmit',
      '--target',
      'ES2022',
      '--module',
      'NodeNext',
      '--types',
      'node',
      ...options,
      'use.ts',
    ];
    // What is wrong is on its standard output.
    const said = await promisify(execFile)(process.execPath, all, { cwd: folder }).catch((error: unknown) => error);
    expect(said).toEqual({ stdout: '', stderr: '' });
  },
);

/** The packages whose code is in bundles, by their names and versions. */
async function bundled(options: BuildOptions[], more: string[] = []): Promise<string[]> {
  const built = await Promise.all(options.map((own) => build({ ...own, metafile: true, write: false })));
  const inputs = built
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
    );
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  return [...new Set([...folders, ...more])].map((place) => {
    const file = resolve(bundleOptions.absWorkingDir, place, 'package.json');
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
    return `${name} ${version}`;
  });
}

/** The notices in a file of the package, by the names and versions that they are for. */
function noticesIn(file: string): (readonly [name: string, text: string])[] {
  return readFileSync(join(folder, 'node_modules/@vpcep/mock/dist', file), 'utf8')
    .split(`\n\n${'-'.repeat(80)}\n\n`)
    .map((notice) => {
      const [, name = notice, text = ''] = /^(\S+ \S+) \([^)]+\)\n\n([^]+)$/.exec(notice) ?? [];
      return [name, text];
    });
}

describe('every package that is in it has its notice: name, version, licence, and text with who holds the copyright', () => {
  test.each([
    ['THIRD-PARTY-LICENSES.txt', [bundleOptions, databaseOptions, redisOptions, pageOptions], packagesInBinaries],
    ['THIRD-PARTY-LICENSES.browser.txt', [pageOptions], []],
  ])('%s', async (file, options, more) => {
    const notices = noticesIn(file);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.map(([name]) => name).sort()).toEqual((await bundled(options, more)).sort());
    const lacking = notices.filter(
      ([, text]) =>
        !/copyright|\(c\)|©/i.test(text) || !/permission|redistribut|licen[cs]e/i.test(text) || text.length < 500,
    );
    expect(lacking).toEqual([]);
  });
  test('the database, that of LevelDB too', () => {
    const [, text] = noticesIn('THIRD-PARTY-LICENSES.txt').find(([name]) => name.startsWith('classic-level ')) ?? [];
    expect(text).toMatch(/The LevelDB Authors[^]*Google Inc\./);
  });
});
