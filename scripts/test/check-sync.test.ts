import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from './clone.js';

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  for (const workspace of workspaces()) {
    const built = join(root, workspace, 'dist');
    if (existsSync(built)) cpSync(built, join(clone.folder, workspace, 'dist'), { recursive: true });
  }
});
afterAll(() => {
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

/** What the check says while a file has another content. */
function checkSyncWith(file: string, change: (content: string) => string) {
  const path = join(clone.folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
  const checked = checkSync();
  writeFileSync(path, before);
  return checked;
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
  const { status, stderr } = checkSyncWith(
    'openapi/components/schemas/Protocol.yaml',
    (schema) => `${schema}title: Protocol\n`,
  );
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
  const [hash = ''] = /[0-9a-f]{64}/.exec(readFileSync(join(clone.folder, 'openapi/dist/index.js'), 'utf8')) ?? [];
  const { status, stderr } = checkSyncWith(file, (built) => built.replaceAll(hash, 'f'.repeat(64)));
  expect(status).toBe(1);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`${layer} was built from another document`);
});

test('a layer that is not built is named', () => {
  const built = join(clone.folder, 'packages/types/dist');
  renameSync(built, `${built}-away`);
  const { status, stderr } = checkSync();
  renameSync(`${built}-away`, built);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^@vpcep\/types is not built/);
});
