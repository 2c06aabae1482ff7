import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@vpcep/chromium';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const place = (name: string) =>
  name === '@vpcep/mock'
    ? fileURLToPath(new URL('..', import.meta.url))
    : dirname(require.resolve(`${name}/package.json`));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const project = '6e9dfd51d1124e8d8498dce894923a0d';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'vpcep-fixtures-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lays out a project as somebody has it who follows the README, with the tests given. */
function layOut(kind: string, files: Record<string, string>): void {
  const [, fixture = 'no such block'] = new RegExp(`^\`\`\`ts ${kind}\n([^]*?)^\`\`\``, 'm').exec(readme) ?? [];
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
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
    'mock.ts': fixture,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  for (const name of ['@vpcep/mock', '@playwright/test', '@types/node', 'vitest']) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(place(name), link);
  }
}

/** Runs a command of a package there, and resolves with its exit code and what it wrote. */
function run(file: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  // Not as a part of the Vitest that runs this.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST)/.test(name)));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], { cwd: folder, env }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, stdout });
    });
  });
}

const compile = () => run(join(place('typescript'), 'bin/tsc'));

const wrong = `test('is wrong', ({ mock }) => {
  expect(mock.state().services).toHaveLength(1);
});`;

describe('the fixture for Vitest', () => {
  const head = `import { expect } from 'vitest';\nimport { test } from './mock.js';\n`;
  const right = `${head}
test('tells what was created, once its time has come', async ({ mock }) => {
  const response = await fetch(\`\${mock.url}/v1/p/vpc-endpoint-services\`, {
    method: 'POST',
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      port_id: '4189d3c2-8882-4871-a3c2-d380272eed88',
      vpc_id: '4189d3c2-8882-4871-a3c2-d380272eed80',
      server_type: 'VM',
      ports: [{ client_port: 8080, server_port: 80 }],
    }),
  });
  expect(response.status).toBe(200);
  expect(mock.state().services).toMatchObject([{ status: 'creating' }]);
  mock.clock.advance('1m');
  expect(mock.state().services).toMatchObject([{ status: 'available' }]);
});
test('starts afresh', ({ mock }) => {
  expect(mock.state().services).toEqual([]);
  expect(mock.clock.now()).toBe('2026-01-01T00:00:00Z');
});
`;
  const vitest = async () => {
    const { code, stdout } = await run(join(place('vitest'), 'vitest.mjs'), 'run', '--reporter=json');
    const { numPassedTests, numFailedTests } = JSON.parse(stdout) as { numPassedTests: number; numFailedTests: number };
    return { code, passed: numPassedTests, failed: numFailedTests };
  };

  test('compiles, and serves tests that pass', async () => {
    layOut('vitest', { 'some.test.ts': right });
    expect(await compile()).toEqual({ code: 0, stdout: '' });
    expect(await vitest()).toEqual({ code: 0, passed: 2, failed: 0 });
  });

  test('lets a wrong test fail', async () => {
    layOut('vitest', { 'some.test.ts': right, 'wrong.test.ts': head + wrong });
    expect(await vitest()).toEqual({ code: 1, passed: 2, failed: 1 });
  });
});

// A browser, several times: minutes, on a machine that does other things too.
describe('the fixture for Playwright', { timeout: 300_000 }, () => {
  const config = `import { defineConfig } from '@playwright/test';
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
  const head = `import { expect } from '@playwright/test';\nimport { test } from './mock.js';\n`;
  const right = `${head}
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
test('shows what the mock has', async ({ mock, page }) => {
  mock.load('small-team');
  const all = mock.state().services.filter((service) => service.project_id === '${project}');
  expect(all.length).toBeGreaterThan(1);
  await page.goto('http://app.test/');
  await expect(page.locator('p')).toHaveText(\`\${all.length} services\`);
});
test('starts afresh', async ({ page }) => {
  await page.goto('http://app.test/');
  await expect(page.locator('p')).toHaveText('0 services');
});
`;
  const playwright = async () => {
    const { code, stdout } = await run(join(place('@playwright/test'), 'cli.js'), 'test', '--reporter=json');
    const { stats } = JSON.parse(stdout) as { stats: { expected: number; unexpected: number } };
    return { code, passed: stats.expected, failed: stats.unexpected };
  };

  test('compiles, and serves tests that pass', async () => {
    layOut('playwright', { 'playwright.config.ts': config, 'some.spec.ts': right });
    expect(await compile()).toEqual({ code: 0, stdout: '' });
    expect(await playwright()).toEqual({ code: 0, passed: 2, failed: 0 });
  });

  test('lets a wrong test fail', async () => {
    layOut('playwright', { 'playwright.config.ts': config, 'some.spec.ts': right, 'wrong.spec.ts': head + wrong });
    expect(await playwright()).toEqual({ code: 1, passed: 2, failed: 1 });
  });
});
