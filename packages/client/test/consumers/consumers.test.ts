import { execFile } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchChromium } from '@vpcep/chromium';
import { startMock, type Mock } from '@vpcep/mock';
import { fullTier, nodeVersions, packageFolder } from '@vpcep/testing';
import { build as bundle } from 'esbuild';
import { build as buildPage, preview } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startForwardProxy } from '../forward-proxy.js';
import { installProjects, type Installation } from './installation.js';
import { platformBinary } from './platform-binary.js';
import { startWorkerd } from './workerd.js';

const nodes = await nodeVersions();
const folders = (...names: string[]) => Object.fromEntries(names.map((name) => [name, packageFolder(name)]));
const linked = {
  nest: folders('@jest/globals', '@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'),
  proxy: folders('undici'),
};
let installation: Installation;
let mock: Mock;
/** Path of something in the folder where the consumers are. */
const at = (...path: string[]) => join(installation.folder, ...path);

beforeAll(async () => {
  [installation, mock] = await Promise.all([installProjects('consumers', linked), startMock({ port: 0 })]);
});
// Each creates the same service, which a mock that remembers takes only once.
beforeEach(() => {
  mock.reset();
});
afterAll(async () => {
  installation.remove();
  await mock.close();
});

/** Runs a program, which must neither fail nor complain, beside the mock; returns what it prints. */
async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const options = { cwd: installation.folder, env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(program, args, options).catch((error: unknown) => {
    // The compiler says on its standard output what is wrong.
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`${program} failed: ${said}`, { cause: error });
  });
  return stdout.trimEnd();
}

const tsc = (typescript: string, project: string) =>
  run(process.execPath, [join(packageFolder(typescript), 'bin/tsc'), '-p', at(project)]);

/** Has each Node do the job, and throw at what it has deprecated. */
async function runOnNode(main: string): Promise<void> {
  for (const { program, version } of nodes) {
    mock.reset();
    const args = ['--pending-deprecation', '--throw-deprecation', at(main), mock.url];
    expect(await run(program, args), `on Node ${version}`).toEqual(done);
  }
}

const done = expect.stringMatching(
  /^created [0-9a-f-]{36}\nsigned and answered with 200\nlisted with 200\nan empty ID is refused\nEndPoint\.0005 comes with 404\nwithout Request\.body listed with 200, created with 200$/,
) as string;

test('installing the client installs what it is made of, and nothing else', () => {
  expect(installation.packages).toEqual([
    '@vpcep/client',
    '@vpcep/types',
    'openapi-fetch',
    'openapi-typescript-helpers',
  ]);
});

test('Node imports it, from strict TypeScript', async () => {
  await tsc('typescript', 'node-esm');
  await runOnNode('node-esm/dist/node-esm/src/main.js');
});

test('Node requires it from CommonJS', async () => {
  await bundle({ entryPoints: [at('job.ts')], outfile: at('job.js') });
  await runOnNode('node-cjs/main.cjs');
});

test('what is required is what is imported, so that no class is there twice', async () => {
  const script = `
    import { createRequire } from 'node:module';
    import { VpcepError } from '@vpcep/client';
    import { VpcepArgumentsError } from '@vpcep/client/checks';
    const require = createRequire(process.cwd() + '/main.js');
    console.log(require('@vpcep/client').VpcepError === VpcepError);
    console.log(require('@vpcep/client/checks').VpcepArgumentsError === VpcepArgumentsError);
    console.log(VpcepArgumentsError.prototype instanceof VpcepError);`;
  writeFileSync(at('instances.mjs'), script);
  for (const { program, version } of nodes) {
    expect(await run(program, [at('instances.mjs')]), `on Node ${version}`).toBe('true\ntrue\ntrue');
  }
  expect(await run(platformBinary('bun', 'bin/bun'), ['run', '--no-install', at('instances.mjs')])).toBe(
    'true\ntrue\ntrue',
  );
});

describe('a project of Nest, in CommonJS', () => {
  beforeAll(async () => {
    expect(await tsc('typescript', 'nest')).toBe('');
  });

  test('runs', async () => {
    await runOnNode('nest/dist/nest/src/main.js');
  });

  test.each(['jest-29', 'jest-30'])('is tested with %s, which transforms nothing for it', async (jest) => {
    for (const { program, version } of nodes) {
      const args = [join(packageFolder(jest), 'bin/jest.js'), '--rootDir', at('nest/dist'), '--transform', '{}'];
      const { stderr } = await promisify(execFile)(program, args, { cwd: at('nest') });
      expect(stderr, `on Node ${version}`).toMatch(/Tests: +4 passed, 4 total/);
    }
  });

  // TypeScript 7 has dropped the way to find modules that is the default of the others.
  test.each(fullTier ? ['typescript-oldest', 'typescript-newest'] : ['typescript-newest'])(
    'is compiled by %s, too',
    async (typescript) => {
      expect(await tsc(typescript, 'nest')).toBe('');
    },
  );
});

test('Node calls through the proxy of HTTP_PROXY', async () => {
  const proxy = await startForwardProxy(mock.url);
  try {
    for (const { program, version } of nodes) {
      proxy.asked.length = 0;
      const env = { HTTP_PROXY: proxy.url, NO_PROXY: '', NODE_USE_ENV_PROXY: '1' };
      expect(await run(program, [at('proxy/main.js'), 'http://vpcep.example'], env), `on Node ${version}`).toMatch(
        /^200 by /,
      );
      expect(proxy.asked, `on Node ${version}`).toEqual([expect.stringMatching(/^vpcep\.example(:80)?$/)]);
    }
  } finally {
    proxy.close();
  }
});

test('it is loaded where there is no fetch yet, as in the page that Jest pretends to have', async () => {
  const script = `
    for (const name of ['fetch', 'Headers', 'Request', 'Response', 'TextEncoder']) delete globalThis[name];
    console.log(typeof require('@vpcep/client').createVpcepClient);`;
  expect(await run(process.execPath, ['--conditions=browser', '--input-type=commonjs', '--eval', script])).toBe(
    'function',
  );
});

test('Deno runs it with no permission but the network, and finds its types right', async () => {
  const args = ['run', '--check', '--no-remote', '--node-modules-dir=manual', '--allow-net=127.0.0.1'];
  const env = { DENO_DIR: at('.deno'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  expect(await run(platformBinary('deno', 'deno'), [...args, at('deno/main.ts'), mock.url], env)).toEqual(done);
});

test('Bun runs it', async () => {
  const args = ['run', '--no-install', at('bun/main.ts'), mock.url];
  expect(await run(platformBinary('bun', 'bin/bun'), args)).toEqual(done);
});

test('a worker at the edge runs it, without the runtime being like Node', async () => {
  await bundle({
    entryPoints: [at('edge/worker.ts')],
    outfile: at('edge/dist/worker.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker'],
  });
  const workerd = await startWorkerd(at('edge/workerd.capnp'));
  try {
    const answer = await fetch(`${workerd.url}/?mock=${encodeURIComponent(mock.url)}`);
    expect(await answer.text()).toEqual(done);
  } finally {
    await workerd.close();
  }
});

describe('in a page', () => {
  const ofTheBundler = ['\0vite/modulepreload-polyfill.js', '\0rolldown/runtime.js'];
  const vite = () => ({ root: at('vite-browser'), logLevel: 'warn' as const, configFile: false as const });

  test('its bundle has nothing of Node in it, and it calls the mock of another origin', async () => {
    const built = await buildPage({ ...vite(), build: { target: 'esnext' } });
    if (Array.isArray(built) || !('output' in built)) throw new Error('Vite has built no single page');
    const modules = built.output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    // Vite puts a module of its own in the place of each of Node's.
    const own = realpathSync(installation.folder);
    expect(modules.filter((id) => !id.startsWith(own) && !ofTheBundler.includes(id))).toEqual([]);
    expect(modules).toContain(join(own, 'node_modules/@vpcep/client/dist/index.js'));

    const server = await preview({ ...vite(), preview: { host: '127.0.0.1', port: 0 } });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?mock=${encodeURIComponent(mock.url)}`);
      await page.waitForFunction(() => document.title === 'done');
      expect(await page.textContent('body')).toEqual(done);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

const everyProject = ['strict', 'loose', 'commonjs', 'es2020'];
/** The compilers that the client is for, and the kinds of projects that each has to compile. */
const projects: Record<string, string[]> = fullTier
  ? { 'typescript-oldest': everyProject, typescript: everyProject, 'typescript-newest': everyProject }
  : // To check all declarations, too, takes the oldest ten times as long as the newest.
    { 'typescript-oldest': ['loose'], 'typescript-newest': ['strict', 'commonjs', 'es2020'] };

describe.each(Object.entries(projects))('%s', (typescript, kinds) => {
  test.each(kinds)('compiles use and refuses misuse in the %s project', async (kind) => {
    expect(await tsc(typescript, `typescript/tsconfig.${kind}.json`)).toBe('');
  });
});
