import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from './clone.js';

let clone: Clone;
beforeEach(() => {
  clone = cloneRepository();
  for (const workspace of workspaces()) {
    const built = join(root, workspace, 'dist');
    if (existsSync(built)) cpSync(built, join(clone.folder, workspace, 'dist'), { recursive: true });
  }
});
afterEach(() => {
  clone.remove();
});

function checkSync() {
  const tsx = join(clone.folder, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'scripts/check-sync.ts'], {
    cwd: clone.folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const layers = ['@vpcep/openapi', '@vpcep/types', '@vpcep/client', '@vpcep/mock', '@vpcep/docs', '@vpcep/console'];

test('layers that were built from the document are in sync', () => {
  expect(checkSync()).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^All 6 layers come from document [0-9a-f]{64}\.\n$/) as string,
    stderr: '',
  });
});

test('a changed document is out of sync with every layer, and each is told how to mend it', () => {
  appendFileSync(join(clone.folder, 'openapi/components/schemas/Protocol.yaml'), 'title: Protocol\n');
  const { status, stderr } = checkSync();
  expect(status).toBe(1);
  for (const layer of layers)
    expect(stderr).toMatch(new RegExp(`${layer} was built.*npm run build -- --filter=${layer}`));
});

test.each([
  ['@vpcep/types', 'packages/types/dist/generated/document-hash.js'],
  ['@vpcep/client', 'packages/client/dist/index.js'],
  ['@vpcep/mock', 'packages/mock/dist/mock.js'],
  ['@vpcep/docs', 'apps/docs/dist/index.html'],
  ['@vpcep/console', 'apps/console/dist/index.html'],
])('%s alone is named when it alone differs', (layer, file) => {
  const path = join(clone.folder, file);
  const before = readFileSync(path, 'utf8');
  const [hash = ''] = /[0-9a-f]{64}/.exec(readFileSync(join(clone.folder, 'openapi/dist/index.js'), 'utf8')) ?? [];
  writeFileSync(path, before.replaceAll(hash, 'f'.repeat(64)));
  const { status, stderr } = checkSync();
  expect(status).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`${layer} was built from another document`);
});

test('a layer that is not built is named', () => {
  rmSync(join(clone.folder, 'packages/types/dist'), { recursive: true });
  const { status, stderr } = checkSync();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^@vpcep\/types is not built/);
});
