import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './clone.js';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

// The others look for what an earlier step has made or changed, so that they need a mock with a memory.
test.each(['publish-endpoint-service'])('%s runs against the mock', async (workflow) => {
  const respect = join(root, 'openapi/build/respect.ts');
  // Not the synchronous kind: the mock that answers runs in this process.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', respect, '--server', mock.url, workflow],
    { cwd: root },
  );
  expect(stdout).toContain('Workflows: 1 passed, 1 total');
});
