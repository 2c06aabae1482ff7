import { execFileSync } from 'node:child_process';
import { readPlan } from './changesets.js';
import { isPublicAddress } from './metadata.js';
import { readManifest } from './published-packages.js';

/** What has to be done before a repository can be published, each in a sentence. */
export async function obstaclesToPublishing(root: string): Promise<string[]> {
  const obstacles: string[] = [];
  const manifest = readManifest(root);
  if (!isPublicAddress(manifest.repository)) {
    obstacles.push(
      `The packages would say that they come from ${String(manifest.repository)}: set "repository" in package.json, and run "npm run metadata -w scripts".`,
    );
  }
  if (!isPublicAddress(manifest.homepage)) {
    obstacles.push(
      `The packages would link to pages of the reference at ${String(manifest.homepage)}: set "homepage" in package.json, and run "npm run metadata -w scripts".`,
    );
  }
  const next = (await readPlan(root)).versionOf('@vpcep/openapi');
  if (next !== undefined) obstacles.push(`There are changesets for ${next}: run "npm run version", and commit.`);
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim();
  if (changed !== '') obstacles.push(`What would be published is not committed:\n${changed}`);
  return obstacles;
}
