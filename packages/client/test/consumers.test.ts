import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const consumers = fileURLToPath(new URL('../consumers/', import.meta.url));
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

/** The folder of an installed package, which need not export its package.json. */
function packageFolder(name: string): string {
  for (const root of require.resolve.paths(name) ?? []) {
    try {
      readdirSync(join(root, name));
      return join(root, name);
    } catch {
      continue;
    }
  }
  throw new Error(`${name} is not installed`);
}

let folder: string;
let mock: Mock;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-consumer-'));
  cpSync(join(consumers, 'node-esm'), folder, { recursive: true });
  // What a user downloads, packed here, so that nothing is asked of a registry.
  const packages = [
    '@vpcep/client',
    '@vpcep/types',
    'openapi-fetch',
    'openapi-typescript-helpers',
    '@types/node',
    'undici-types',
  ];
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  npm('pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...packages.map(packageFolder));
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  npm('install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs.map((name) => `./${name}`));
  mock = await startMock({ port: 0 });
}, 120_000);

afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the packed client compiles in a strict project, its misuse does not, and it creates a service', async () => {
  const compiled = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch((error: unknown) => error);
  expect(compiled).toMatchObject({ stdout: '' });
  const env = { ...process.env, VPCEP_URL: mock.url };
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/create.js'], { cwd: folder, env });
  expect(stdout).toMatch(/^[0-9a-f-]{36} is creating\n$/);
}, 120_000);

test('the package holds what it is made of, and nothing else', () => {
  const files = readdirSync(join(folder, 'node_modules/@vpcep/client'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => /test|build|consumers|\.ts$/.test(name) && !name.endsWith('.d.ts'))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'package.json', join('dist', 'index.js'), join('dist', 'index.d.ts')]),
  );
});
