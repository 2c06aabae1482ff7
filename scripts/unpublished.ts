// Prints which packages the registry does not have in the version that they have here: an output of a step of GitHub Actions.
import { execSync } from 'node:child_process';

interface Workspace {
  name: string;
  version: string;
  private?: boolean;
}

/** What npm says, run by a shell, which finds it on every system. */
const npm = (words: string) => execSync(`npm ${words}`, { encoding: 'utf8' }).trim();

const registry = npm('config get registry').replace(/\/?$/, '/');
const workspaces = JSON.parse(npm('query .workspace')) as Workspace[];

async function isPublished({ name, version }: Workspace): Promise<boolean> {
  const response = await fetch(registry + name.replace('/', '%2f'));
  // It has never been published.
  if (response.status === 404) return false;
  if (!response.ok) throw new Error(`the registry does not say whether it has ${name}: status ${response.status}`);
  const { versions } = (await response.json()) as { versions: Record<string, unknown> };
  return version in versions;
}

const unpublished: string[] = [];
for (const workspace of workspaces.filter((candidate) => candidate.private !== true)) {
  if (!(await isPublished(workspace))) unpublished.push(workspace.name);
}
process.stdout.write(`packages=${unpublished.join(' ')}\n`);
