import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './clone.js';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'immediate' });
});
afterAll(() => mock.close());

const workflows = readdirSync(join(root, 'openapi/workflows')).map((file) => file.replace('.arazzo.yaml', ''));

test.each(workflows)('%s runs against the mock', async (workflow) => {
  mock.reset();
  const respect = join(root, 'openapi/build/respect.ts');
  // Not the synchronous kind: the mock that answers runs in this process.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', respect, '--server', mock.url, workflow],
    { cwd: root },
  );
  expect(stdout).toContain('Workflows: 1 passed, 1 total');
});
