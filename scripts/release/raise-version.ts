import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npmCli } from '@vpcep/testing';
import { addEntry, changelogsOf, chinese, type OperationChanges } from './changelogs.js';
import { readPlan, untold } from './changesets.js';
import { writeMetadata } from './metadata.js';
import { publishedFolders, readManifest } from './published-packages.js';

const require = createRequire(import.meta.url);

/**
 * Turns the changesets of a repository into the next version: raises the versions of the packages and of the document,
 * writes what has changed into the changelogs, and keeps the document as the released one.
 *
 * @param env the environment in which npm, changesets and the build of the document run.
 * @returns the new version; undefined when there is nothing to release.
 * @throws Error, before anything is touched, when the changesets do not say what is needed.
 */
export async function raiseVersion(root: string, env = process.env): Promise<string | undefined> {
  const runNode = (args: string[]) =>
    execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const plan = await readPlan(root);
  const version = plan.versionOf('@vpcep/openapi');
  if (version === undefined) return undefined;
  const incomplete = untold(plan);
  if (incomplete.length > 0) {
    throw new Error(
      `a change of @vpcep/openapi is told in English and, in a paragraph that begins with "zh-CN:", in Chinese; see ${incomplete.join(', ')}`,
    );
  }

  const releaseDocument = join(root, 'openapi/build/release-document.ts');
  const operations = JSON.parse(
    runNode([require.resolve('tsx/cli'), releaseDocument, '--version', version]),
  ) as OperationChanges;
  runNode([require.resolve('@changesets/cli/bin.js'), 'version']);
  writeMetadata(root);
  for (const folder of publishedFolders) {
    const { name } = readManifest(join(root, folder));
    const own = plan.changes.filter(({ packages }) => packages.includes(name));
    for (const [file, words] of changelogsOf(folder)) {
      const texts = own.map((change) => (words === chinese ? (change.chinese ?? '') : change.english));
      addEntry(
        join(root, file),
        { version, date: new Date(), texts, ...(folder === 'openapi' && { operations }) },
        words,
      );
    }
  }
  const changelogs = publishedFolders.flatMap((folder) => changelogsOf(folder).map(([file]) => file));
  runNode([require.resolve('prettier/bin/prettier.cjs'), '--log-level=warn', '--write', ...changelogs]);
  // What is installed stays as it is: the lockfile learns the new versions.
  runNode([npmCli(), 'install', '--package-lock-only', '--offline']);
  return version;
}
