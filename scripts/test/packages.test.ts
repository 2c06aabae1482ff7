import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData, type ProblemKind } from '@arethetypeswrong/core';
import { npmCli } from '@vpcep/testing';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../clone.js';
import { publishedFolders } from '../release/published-packages.js';

interface Packed {
  name: string;
  filename: string;
  files: { path: string }[];
}

/** Files, by the conditions under which they are taken. */
interface Targets {
  [condition: string]: string | string[] | Targets;
}

const filesIn = (targets: Targets): string[] =>
  Object.values(targets).flatMap((target) =>
    typeof target === 'string' || Array.isArray(target) ? target : filesIn(target),
  );

interface Manifest {
  name: string;
  main?: string;
  types?: string;
  typesVersions?: Targets;
  exports: Targets;
  imports?: Targets;
  bin?: Record<string, string>;
}

/** Of libraries, what every project can load; the others are programs, and ES modules alone. */
const forEverybody: string[] = ['packages/types', 'packages/client'];
/** What are-the-types-wrong calls a problem, and is none of the others. */
const accepted: Partial<Record<ProblemKind, string>> = {
  // "node10", the way of TypeScript before 4.7 to find modules, knows no `exports`; TypeScript 7 has dropped it.
  NoResolution: 'node10',
  // Every Node that `engines` allows can `require()` an ES module, so there is no second build for CommonJS.
  CJSResolvesToESM: 'node16-cjs',
};
/** Exported files that are read as text, and have no types. */
const texts = [
  './openapi.yaml',
  './licences-of-browser.txt',
  './CHANGELOG.md',
  './CHANGELOG.zh-CN.md',
  './decisions/*',
];

let folder: string;
let packages: Packed[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-packed-'));
  const args = [npmCli(), 'pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const workspaces = publishedFolders.flatMap((place) => ['--workspace', place]);
  const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
  const printed = execFileSync(process.execPath, [...args, ...workspaces], options);
  packages = JSON.parse(printed) as Packed[];
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(publishedFolders)('what is published of %s', (place) => {
  let tarball: Uint8Array<ArrayBuffer>;
  let files: string[];
  let manifest: Manifest;
  beforeAll(() => {
    manifest = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')) as Manifest;
    const packed = packages.find(({ name }) => name === manifest.name);
    if (packed === undefined) throw new Error(`npm did not pack ${manifest.name}`);
    tarball = new Uint8Array(readFileSync(join(folder, packed.filename)));
    files = packed.files.map(({ path }) => path);
  });

  test('is what it is made of, its licence, its page and its changelog, and nothing else', () => {
    const expected =
      /^(package\.json|LICENSE|README\.md|CHANGELOG(\.zh-CN)?\.md|decisions\/[\w.-]+\.md|bin\/[\w-]+\.js|dist\/(.+(\.c?js|\.d\.c?ts|\.json|\.yaml)|prebuilds\/[\w+-]+\/classic-level\.([\w]+\.)?node|THIRD-PARTY-LICENSES(\.browser)?\.txt))$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE', 'README.md', 'CHANGELOG.md']));
    expect(
      files.filter((file) => /(^|\/)(test|bench|build|consumers)\//.test(file) || /\.test(-d)?\./.test(file)),
    ).toEqual([]);
  });

  test('holds every file that its package.json names', () => {
    const { main = [], types = [], typesVersions = {}, exports, imports = {}, bin = {} } = manifest;
    const named = [main, types, ...[typesVersions, exports, imports, bin].map(filesIn)]
      .flat()
      .map((target) => target.replace(/^\.\//, ''));
    expect(named).not.toEqual([]);
    // A star stands for the name of a file.
    const isThere = (name: string) => {
      const [start = '', end] = name.split('*');
      return files.some((file) => (end === undefined ? file === name : file.startsWith(start) && file.endsWith(end)));
    };
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test('has nothing that publint would change', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('has types that say what is there, wherever they are looked for', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball), { excludeEntrypoints: texts });
    if (result.types === false) throw new Error(`${place} has no types`);
    const problems = result.problems.filter(
      (problem) =>
        forEverybody.includes(place) ||
        !('resolutionKind' in problem && accepted[problem.kind] === problem.resolutionKind),
    );
    expect(problems).toEqual([]);
  });
});

test('the compiler that the packages are built with is the one that package.json names', () => {
  // Older and newer ones are installed too, for the client's consumers, and each brings a command of that name.
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const args = [npmCli(), 'exec', '--no', '--', 'tsc', '--version'];
  const version = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(version.trim(), 'npm ci puts the right one in place').toBe(`Version ${devDependencies['typescript'] ?? ''}`);
});
