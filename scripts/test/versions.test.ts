import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from '../clone.js';
import { changelogsOf, versionsIn } from '../release/changelogs.js';
import { readPlan, untold } from '../release/changesets.js';
import { raiseVersion } from '../release/raise-version.js';
import { dropChangesets } from './drop-changesets.js';
import { publishedFolders, readManifest } from '../release/published-packages.js';

/** Where it says which version of the document it is. */
const placesOfVersion = (folder: string) => ({
  package: readManifest(join(folder, 'openapi')).version,
  document: /^ {2}version: (.+)$/m.exec(readFileSync(join(folder, 'openapi/openapi.yaml'), 'utf8'))?.[1],
  released: (
    JSON.parse(readFileSync(join(folder, 'openapi/released/openapi.json'), 'utf8')) as { info: { version: string } }
  ).info.version,
});

describe('as it stands', () => {
  const { version } = readManifest(join(root, 'openapi'));

  test('the document, the released document and the package have one version', () => {
    expect(placesOfVersion(root)).toEqual({ package: version, document: version, released: version });
  });

  test.each(publishedFolders.flatMap(changelogsOf).map(([file]) => file))('%s tells of that version first', (file) => {
    expect(versionsIn(join(root, file))[0]).toBe(version);
  });

  test('the two changelogs of the document tell of the same versions', () => {
    const [english, chinese] = changelogsOf('openapi').map(([file]) => versionsIn(join(root, file)));
    expect(chinese).toEqual(english);
  });

  test('a change of the document that waits for the next version is told in both languages', async () => {
    expect(untold(await readPlan(root))).toEqual([]);
  });

  test('what is published is what is not private, and is in the folders that the release knows', () => {
    const isPublished = (folder: string) => readManifest(join(root, folder)).private !== true;
    expect(workspaces().filter(isPublished).sort()).toEqual([...publishedFolders].sort());
  });
});

describe('npm run version', () => {
  let clone: Clone;
  beforeAll(() => {
    clone = cloneRepository();
    dropChangesets(clone.folder);
  });
  afterAll(() => {
    clone.remove();
  });

  const write = (file: string, text: string) => {
    writeFileSync(join(clone.folder, file), text);
  };
  const change = (name: string, text: string) => {
    write(join('.changeset', name), text);
  };
  const read = (file: string) => readFileSync(join(clone.folder, file), 'utf8');
  const unversioned = readManifest(join(root, 'openapi')).version;
  const raised = unversioned.replace(/\.(\d+)\..*$/, (_, minor: string) => `.${Number(minor) + 1}.0`);

  test('changes nothing without a changeset', async () => {
    expect(await raiseVersion(clone.folder)).toBeUndefined();
    expect(readManifest(join(clone.folder, 'openapi')).version).toBe(unversioned);
  });

  test('refuses a change of the document that is not told in Chinese, and names it', async () => {
    change('english.md', '---\n"@vpcep/openapi": minor\n---\n\nQuotas are gone.\n');
    await expect(raiseVersion(clone.folder)).rejects.toThrow('.changeset/english.md');
    rmSync(join(clone.folder, '.changeset/english.md'));
    expect(readManifest(join(clone.folder, 'openapi')).version).toBe(unversioned);
  });

  test('refuses a version that does not allow for what breaks callers', async () => {
    const protocol = read('openapi/components/schemas/Protocol.yaml');
    write('openapi/components/schemas/Protocol.yaml', protocol.replace(', UDP', ''));
    change('small.md', '---\n"@vpcep/openapi": patch\n---\n\nUDP is gone.\n\nzh-CN: 不再支持 UDP。\n');
    await expect(raiseVersion(clone.folder)).rejects.toThrow(/Breaking changes since .*: [1-9]/);
    rmSync(join(clone.folder, '.changeset/small.md'));
    write('openapi/components/schemas/Protocol.yaml', protocol);
    expect(placesOfVersion(clone.folder)).toEqual({
      package: unversioned,
      document: unversioned,
      released: unversioned,
    });
  });

  describe('with a change of two packages and of the document', () => {
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    let day: [before: string, after: string];
    beforeAll(async () => {
      // What there is counts as released, so that the change is the only one.
      for (const name of ['openapi.json', 'openapi.2026-08.json']) {
        copyFileSync(join(root, 'openapi/dist', name), join(clone.folder, 'openapi/released', name));
      }
      appendFileSync(join(clone.folder, 'openapi/components/schemas/Protocol.yaml'), 'x-since: 2026-11\n');
      change(
        'one.md',
        '---\n"@vpcep/openapi": minor\n"@vpcep/types": patch\n---\n\nOne more protocol.\n\nIt is new.\n\nzh-CN: 新增一种协议。\n',
      );
      const before = today.format();
      expect(await raiseVersion(clone.folder)).toBe(raised);
      day = [before, today.format()];
    });

    test('raises all to one version, which each asks of the others, also in the lockfile', () => {
      const manifests = workspaces().map((folder) => readManifest(join(clone.folder, folder)));
      const versions = new Map(manifests.map(({ name, version }) => [name, version]));
      for (const folder of publishedFolders) expect(readManifest(join(clone.folder, folder)).version).toBe(raised);
      for (const { dependencies, devDependencies } of manifests) {
        for (const [name, asked] of Object.entries({ ...dependencies, ...devDependencies })) {
          if (versions.has(name)) expect(asked).toBe(versions.get(name));
        }
      }
      const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> };
      for (const folder of workspaces())
        expect(packages[folder]?.version).toBe(readManifest(join(clone.folder, folder)).version);
    });

    test('gives the document that version, and keeps it as the released one', () => {
      expect(placesOfVersion(clone.folder)).toEqual({ package: raised, document: raised, released: raised });
      for (const name of ['openapi.json', 'openapi.2026-08.json']) {
        expect(read(`openapi/released/${name}`)).toContain('"x-since": "2026-11"');
      }
    });

    test('tells of it in each changelog, in its language, with the day, and with the operations of the document', () => {
      const entry = (file: string) => read(file).split(/^## /m)[1] ?? '';
      const english = entry('openapi/CHANGELOG.md');
      expect(day.map((date) => `${raised}\n\n${date}.`)).toContain(english.split('\n').slice(0, 3).join('\n'));
      expect(english).toMatch(/^Operations changed: .*`createEndpointService`/m);
      expect(english).not.toContain('`listQuotaDetails`');
      expect(english).toContain('- One more protocol.\n\n  It is new.\n');
      const chinese = entry('openapi/CHANGELOG.zh-CN.md');
      expect(chinese).toMatch(/^变更接口：.*`createEndpointService`/m);
      expect(chinese).toMatch(/^\d{4} 年 \d{1,2} 月 \d{1,2} 日。$/m);
      expect(chinese).toContain('- 新增一种协议。\n');
      expect(chinese).not.toMatch(/One more/);
      expect(entry('packages/types/CHANGELOG.md')).toContain('- One more protocol.');
    });

    test('tells of a version that has nothing new, rather than leave its entry empty', () => {
      for (const file of [
        'packages/client/CHANGELOG.md',
        'packages/mock/CHANGELOG.md',
        'packages/drift/CHANGELOG.md',
      ]) {
        expect(read(file)).toMatch(new RegExp(`## ${raised}\n\n.*\n\nNothing of its own: .*\n\n## ${unversioned}\n`));
      }
    });
  });
});
