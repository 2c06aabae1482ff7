import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneRepository, root, type Clone } from '../clone.js';
import { metadataOf, writeMetadata } from '../release/metadata.js';
import { obstaclesToPublishing } from '../release/obstacles.js';
import { publishedFolders, readManifest, writeManifest } from '../release/published-packages.js';
import { dropChangesets } from './drop-changesets.js';

const address = 'https://git.example.com/a-team/toolkit';
const reference = 'https://pages.example.com/toolkit/';

test.each(publishedFolders)('what %s says of where it comes from follows from package.json', (folder) => {
  const remedy = 'npm run metadata -w scripts mends it';
  expect(readManifest(join(root, folder)), remedy).toMatchObject(metadataOf(folder, readManifest(root)));
});

test('of one address are made those of the pages, the source and the issues of a package', () => {
  const repository = { ...readManifest(root), repository: address, author: 'A team' };
  expect(metadataOf('packages/mock', repository)).toEqual({
    homepage: `${address}/tree/main/packages/mock#readme`,
    bugs: { url: `${address}/issues` },
    repository: { type: 'git', url: `git+${address}.git`, directory: 'packages/mock' },
    author: 'A team',
  });
});

test('the home of the document is the published reference', () => {
  expect(metadataOf('openapi', { ...readManifest(root), homepage: reference }).homepage).toBe(reference);
});

describe('before a release', () => {
  let clone: Clone;
  beforeAll(() => {
    clone = cloneRepository();
    dropChangesets(clone.folder);
    writeManifest(clone.folder, { ...readManifest(root), repository: address, homepage: reference });
    writeMetadata(clone.folder);
    commit();
  });
  afterAll(() => {
    clone.remove();
  });
  const commit = () => {
    execFileSync('git', ['add', '--all'], { cwd: clone.folder });
    const as = ['-c', 'user.name=test', '-c', 'user.email=test@localhost', '-c', `core.hooksPath=${clone.folder}`];
    execFileSync('git', [...as, 'commit', '--quiet', '-m', 'ready'], { cwd: clone.folder });
  };

  test('nothing is in the way of what has an address and a version, and is committed', async () => {
    expect(await obstaclesToPublishing(clone.folder)).toEqual([]);
  });

  test.each([
    ['repository', address],
    ['homepage', reference],
  ])('what nobody can find again is not published: %s', async (field, found) => {
    writeManifest(clone.folder, {
      ...readManifest(clone.folder),
      [field]: 'https://address-to-be-set.example/toolkit',
    });
    commit();
    expect(await obstaclesToPublishing(clone.folder)).toEqual([expect.stringContaining(`set "${field}"`)]);
    writeManifest(clone.folder, { ...readManifest(clone.folder), [field]: found });
    commit();
  });

  test('changes that have no version yet, and those that are not committed, stop it', async () => {
    writeFileSync(join(clone.folder, '.changeset/one.md'), '---\n"@vpcep/mock": minor\n---\n\nFaster.\n');
    expect(await obstaclesToPublishing(clone.folder)).toEqual([
      expect.stringContaining('npm run version'),
      expect.stringContaining('.changeset/one.md'),
    ]);
  });
});
