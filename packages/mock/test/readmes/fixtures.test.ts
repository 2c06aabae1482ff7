import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@vpcep/chromium';
import { afterAll, beforeAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const place = (name: string) => dirname(require.resolve(`${name}/package.json`));
const own = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const project = '6e9dfd51d1124e8d8498dce894923a0d';

/** A fixture of the README, as the file `mock.ts` that it is meant to be. */
const fixture = (kind: string) =>
  new RegExp(`^\`\`\`ts ${kind}\n([^]*?)^\`\`\``, 'm').exec(readme)?.[1] ?? 'no such block';

/** Lays out projects as somebody has them who follows the README. */
function layOut(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vpcep-fixtures-')));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2022', 'DOM'],
    types: ['node'],
    skipLibCheck: true,
  };
  const all = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*/*.ts'] }),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const modules = join(folder, 'node_modules');
  for (const name of ['@playwright/test', '@types/node', 'msw', 'vitest']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(place(name), join(modules, name), 'junction');
  }
  // A copy: what a link leads to, outside node_modules, both would transform as if it belonged to the project.
  for (const part of ['package.json', 'dist']) {
    cpSync(join(own, part), join(modules, '@vpcep/mock', part), { recursive: true });
  }
  return folder;
}

/** Runs a command of a package, and resolves with its exit code and what it wrote. */
function run(cwd: string, file: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  // Not as a part of the Vitest that runs this.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST)/.test(name)));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], { cwd, env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** The body of a test that is wrong. */
const wrong = `({ world }) => {
  expect(world.state().services).toHaveLength(1);
}`;

const testsOfVitest = `import { expect } from 'vitest';
import { test } from './mock.js';

async function create(url: string, vpc_id: string): Promise<void> {
  const response = await fetch(\`\${url}/v1/p/vpc-endpoint-services\`, {
    method: 'POST',
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
      vpc_id,
      server_type: 'VM',
      ports: [{ client_port: 8080, server_port: 80 }],
    }),
  });
  expect(response.status).toBe(200);
}

test('tells what was created, once its time has come', async ({ world }) => {
  await create(world.url, 'my-vpc');
  ${fixture('assertion')}  expect(world.state().services).toMatchObject([{ status: 'creating' }]);
  world.clock.advance('1m');
  expect(world.state().services).toMatchObject([{ status: 'available' }]);
});
test('starts afresh', ({ world }) => {
  expect(world.state().services).toEqual([]);
  expect(world.clock.now()).toBe('2026-01-01T00:00:00Z');
});
for (const name of ['a', 'b', 'c', 'd']) {
  test.concurrent(\`\${name} sees what is its own, while others run\`, async ({ world }) => {
    await create(world.url, name);
    expect(await world.waitForRequest({ operation: 'createEndpointService' })).toMatchObject({ body: { vpc_id: name } });
    expect(world.requests()).toHaveLength(1);
    expect(world.state().services).toMatchObject([{ vpc_id: name }]);
  });
}
test.fails('is wrong', ${wrong});
`;

const configOfPlaywright = `import { defineConfig } from '@playwright/test';
export default defineConfig({
  workers: 1,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: {
      executablePath: ${JSON.stringify(findChromium())},
      args: ${JSON.stringify(process.getuid?.() === 0 ? ['--no-sandbox'] : [])},
    },
  },
});
`;
const testsOfPlaywright = `import { expect } from '@playwright/test';
import { test } from './mock.js';

const list = 'https://vpcep.cn-north-4.myhuaweicloud.com/v1/p/vpc-endpoints';
const html = \`<p></p><script>
  fetch('https://vpcep.cn-north-4.myhuaweicloud.com/v1/${project}/vpc-endpoint-services?limit=1', {
    headers: { 'X-Auth-Token': 'any' },
  })
    .then((response) => response.json())
    .then(({ total_count }) => (document.querySelector('p').textContent = total_count + ' services'));
</script>\`;
test.beforeEach(async ({ page }) => {
  await page.route('http://app.test/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
});
test('shows what the mock has', async ({ world, page }) => {
  world.load('small-team');
  const all = world.state().services.filter((service) => service.project_id === '${project}');
  expect(all.length).toBeGreaterThan(1);
  await page.goto('http://app.test/');
  await expect(page.locator('p')).toHaveText(\`\${all.length} services\`);
});
test('starts afresh', async ({ page, world }) => {
  await page.goto('http://app.test/');
  await expect(page.locator('p')).toHaveText('0 services');
  expect(await world.waitForRequest({ operation: 'listEndpointService' })).toMatchObject({ query: { limit: 1 } });
});
test('shows a connection that is cut', async ({ page, world }) => {
  await page.goto('http://app.test/');
  world.setFaults([{ drop: 'request' }]);
  const ask = (url: string) => fetch(url).then(String, (error: unknown) => String(error));
  expect(await page.evaluate(ask, list)).toBe('TypeError: Failed to fetch');
});
test('signs in', async ({ page }) => {
  await page.goto('http://app.test/');
  const user = { name: 'me', password: 'any', domain: { name: 'my-account' } };
  const body = JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } } } });
  const signIn = (body: string) =>
    fetch('https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    }).then(({ status }) => status);
  expect(await page.evaluate(signIn, body)).toBe(201);
});
test('ends while the page still asks', async ({ page, world }) => {
  await page.goto('http://app.test/');
  await page.evaluate((url) => {
    setInterval(() => void fetch(url, { headers: { 'X-Auth-Token': 'any' } }), 20);
  }, list);
  const { id } = await world.waitForRequest({ operation: 'listEndpoints' });
  await world.waitForRequest({ operation: 'listEndpoints', since: id });
});
test.fail('is wrong', ${wrong});
`;
const testsOfAWrongPage = `import { test } from './mock.js';

test('lets a page send what there is not', async ({ page }) => {
  await page.route('http://app.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<p></p>' }));
  await page.goto('http://app.test/');
  await page.evaluate(() => fetch('https://vpcep.cn-north-4.myhuaweicloud.com/v1/p/services'));
});
`;

const testsOfMsw = `import { afterAll, beforeAll, expect, test } from 'vitest';
import { mock, server } from './mock.js';

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());
test('has the mock answer what is asked of the cloud', async () => {
  mock.load('small-team');
  const response = await fetch('https://vpcep.cn-north-4.myhuaweicloud.com/v1/${project}/vpc-endpoint-services', {
    headers: { 'X-Auth-Token': 'any' },
  });
  const all = mock.state().services.filter((service) => service.project_id === '${project}');
  expect(await response.json()).toMatchObject({ total_count: all.length });
});
test.fails('is wrong', () => {
  expect(mock.state().services).toHaveLength(1);
});
`;

let folder: string;
beforeAll(() => {
  folder = layOut({
    'vitest/mock.ts': fixture('vitest'),
    'vitest/some.test.ts': testsOfVitest,
    'msw/mock.ts': fixture('msw'),
    'msw/some.test.ts': testsOfMsw,
    'playwright/mock.ts': fixture('playwright'),
    'playwright/playwright.config.ts': configOfPlaywright,
    'playwright/some.spec.ts': testsOfPlaywright,
    'playwright/wrong-page.spec.ts': testsOfAWrongPage,
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the fixtures compile, and so do tests that use them', async () => {
  expect(await run(folder, join(place('typescript'), 'bin/tsc'))).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.each([
  { kind: 'vitest', title: 'Vitest', passes: 7 },
  { kind: 'msw', title: 'msw', passes: 2 },
])('the one for $title serves tests that pass, and lets a wrong one fail', async ({ kind, passes }) => {
  const vitest = join(place('vitest'), 'vitest.mjs');
  const { code, stdout } = await run(join(folder, kind), vitest, 'run', '--reporter=json');
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(stdout) as Record<string, number>;
  expect({ code, passed, failed }).toEqual({ code: 0, passed: passes, failed: 0 });
});

test('the one for Playwright serves tests that pass, and lets a wrong one fail', async () => {
  const playwright = join(place('@playwright/test'), 'cli.js');
  const { code, stdout } = await run(join(folder, 'playwright'), playwright, 'test', 'some', '--reporter=json');
  const { stats } = JSON.parse(stdout) as { stats: { expected: number; unexpected: number } };
  expect({ code, passed: stats.expected, failed: stats.unexpected }).toEqual({ code: 0, passed: 6, failed: 0 });
});

test('the one for Playwright fails a test whose page has sent what it should not', async () => {
  const playwright = join(place('@playwright/test'), 'cli.js');
  const { code, stdout } = await run(join(folder, 'playwright'), playwright, 'test', 'wrong-page', '--reporter=json');
  expect(code).toBe(1);
  expect(stdout).toContain('No operation has the path /v1/p/services.');
});
