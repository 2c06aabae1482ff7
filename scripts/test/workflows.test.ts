import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock, type Mock } from '@vpcep/mock';
import { fullTier } from '@vpcep/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../clone.js';

const workflows = readdirSync(join(root, 'openapi/workflows')).map((file) => file.replace('.arazzo.yaml', ''));

let mock: Mock;
let together: Awaited<ReturnType<typeof respect>>;
let again: Awaited<ReturnType<typeof respect>>;
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'immediate' });
  together = await respect(...workflows);
  // One that leaves its service behind and one that deletes it; the full run takes all.
  again = await respect(...(fullTier ? workflows : ['connect-endpoint', 'change-and-remove']));
});
afterAll(() => mock.close());

/** Runs workflows against the mock, which remembers what earlier runs have left behind. */
async function respect(...names: string[]): Promise<{ code: number; report: string }> {
  const program = ['--import', 'tsx', join(root, 'openapi/build/respect.ts'), '--server', mock.url, ...names];
  try {
    // Not the synchronous kind: the mock that answers runs in this process.
    const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
    return { code: 0, report: stdout };
  } catch (error) {
    // A workflow that fails makes the others no failures.
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, report: stdout + stderr };
  }
}
const passed = (workflow: string) =>
  new RegExp(`Summary for ${workflow}\\.arazzo\\.yaml\\s+Workflows: 1 passed, 1 total`);

test.each(workflows)('%s runs against the mock', async (workflow) => {
  expect(together.report).toMatch(passed(workflow));
  mock.reset();
  if (fullTier) expect((await respect(workflow)).report).toMatch(passed(workflow));
});

test('Redocly says of all together that they pass, and of a second run on the same mock', () => {
  expect(together.code, together.report).toBe(0);
  expect(again.code, again.report).toBe(0);
});
