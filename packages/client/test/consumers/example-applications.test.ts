import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { launchChromium } from '@vpcep/chromium';
import { startMock, type Mock } from '@vpcep/mock';
import { createServer } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { errorCatalogue } from '../../src/error-catalogue.js';
import { createVpcepClient } from '../../src/index.js';
import { installExamples, project, type Examples } from './example-installation.js';

const backend = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM' as const,
  ports: [{ client_port: 8080, server_port: 80 }],
};

let examples: Examples;
let mock: Mock;
beforeAll(async () => {
  [examples, mock] = await Promise.all([installExamples(), startMock({ port: 0, clock: 'manual' })]);
});
beforeEach(() => {
  mock.reset();
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(async () => {
  examples.remove();
  await mock.close();
});

describe('the page with React Query', () => {
  test('compiles as it is', async () => {
    expect(await examples.tsc('-p', 'react-query')).toBe('');
  });

  test('shows services and how they stand, and an error with what to do about it, until it has passed', async () => {
    vi.stubEnv('VPCEP_BASE_URL', mock.url);
    const vpcep = createVpcepClient({ baseUrl: mock.url, projectId: project, credentials: { token: 'any' } });
    await vpcep.createEndpointService({ body: { ...backend, service_name: 'orders' } });
    const root = examples.at('react-query');
    const server = await createServer({ root, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } });
    await server.listen();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      // The page's time is the test's.
      await page.clock.install();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      const row = page.getByRole('row', { name: 'orders' });
      const status = (text: string) => row.getByRole('cell', { name: text, exact: true }).waitFor();
      const problem = page.getByRole('alert');

      await status('creating');
      mock.clock.advance('3s');
      await page.clock.runFor('00:03');
      await status('available');

      mock.setFaults([{ operation: 'listEndpointService', error: 'EndPoint.0004' }]);
      await page.clock.runFor('00:30');
      await problem.waitFor();
      expect(await problem.textContent()).toContain(errorCatalogue.get('EndPoint.0004')?.remedy.en);
      await status('available');

      mock.setFaults([]);
      await page.clock.runFor('00:30');
      await problem.waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

describe('the application of Nest', () => {
  beforeAll(async () => {
    expect(await examples.tsc('-p', 'nest')).toBe('');
  });

  test('publishes a backend', async () => {
    mock.setTransitions({ endpoint_service: 'immediate' });
    const { code, stdout, stderr } = await examples.start(mock, 'nest').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`\npublished as cn-north-4.${mock.state().services[0]?.id ?? ''}\n`);
  });

  test('is tested by Jest, without a mock', async () => {
    const args = [examples.at('nest/node_modules/jest/bin/jest.js')];
    const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: examples.at('nest') });
    expect(stderr).toMatch(/Tests: +3 passed, 3 total/);
  });
});
