import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneRepository, workspaces, type Clone } from '../clone.js';

interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

let clone: Clone;
beforeEach(() => {
  clone = cloneRepository();
});
afterEach(() => {
  clone.remove();
});

test('a change of one package raises them all to one version, which each asks of the others', () => {
  const manifests = () =>
    workspaces().map(
      (place) => JSON.parse(readFileSync(join(clone.folder, place, 'package.json'), 'utf8')) as Manifest,
    );
  const before = manifests().find(({ name }) => name === '@vpcep/types')?.version ?? '';
  const raised = before.replace(/\.(\d+)\..*$/, (_, minor: string) => `.${Number(minor) + 1}.0`);

  writeFileSync(join(clone.folder, '.changeset/one.md'), '---\n"@vpcep/types": minor\n---\n\nOne more protocol.\n');
  execFileSync(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version'], {
    cwd: clone.folder,
    stdio: 'pipe',
  });

  const versions = new Map(manifests().map(({ name, version }) => [name, version]));
  const published = manifests().filter((manifest) => manifest.private !== true);
  expect(published.map(({ name }) => name).sort()).toEqual([
    '@vpcep/client',
    '@vpcep/mock',
    '@vpcep/openapi',
    '@vpcep/types',
  ]);
  expect(new Set(published.map(({ version }) => version))).toEqual(new Set([raised]));
  for (const { dependencies, devDependencies } of manifests()) {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (versions.has(name)) expect(version).toBe(versions.get(name));
    }
  }
  expect(readFileSync(join(clone.folder, 'packages/types/CHANGELOG.md'), 'utf8')).toContain('One more protocol.');
});
