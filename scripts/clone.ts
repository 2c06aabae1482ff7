import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspaces as workspacesOf } from './workspaces.js';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A copy of the repository as it stands, to change at will. */
export interface Clone {
  folder: string;
  remove(): void;
}

/** Copies every file that git tracks or would track; what is installed is linked, and what is built is not there. */
export function cloneRepository(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-clone-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean);
  for (const file of files) cpSync(join(root, file), join(folder, file));
  // turbo tells what has changed with git's help.
  const inClone = { cwd: folder };
  execFileSync('git', ['init', '--quiet'], inClone);
  execFileSync('git', ['add', '--all'], inClone);
  execFileSync(
    'git',
    [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@localhost',
      '-c',
      'core.hooksPath=/dev/null',
      'commit',
      '--quiet',
      '-m',
      'clone',
    ],
    inClone,
  );

  for (const workspace of ['.', ...workspaces()]) linkInstalled(workspace, folder);
  return {
    folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folders of the workspaces. */
export const workspaces = (): string[] => workspacesOf(root);

/** Links what is installed in a workspace, and the workspaces themselves to their copies. */
function linkInstalled(workspace: string, folder: string): void {
  const installed = join(root, workspace, 'node_modules');
  const links = join(folder, workspace, 'node_modules');
  // A workspace whose packages all lie at the root has no folder of its own.
  if (!existsSync(installed)) return;
  mkdirSync(links, { recursive: true });
  for (const entry of readdirSync(installed, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isFile()) cpSync(join(installed, name), join(links, name));
    else if (name === '@vpcep') linkCopies(join(installed, name), join(links, name), folder);
    else if (name !== '.cache') symlinkSync(join(installed, name), join(links, name), 'junction');
  }
}

/** Links each workspace to its copy. */
function linkCopies(installed: string, links: string, folder: string): void {
  mkdirSync(links);
  for (const name of readdirSync(installed)) {
    const place = relative(root, realpathSync(join(installed, name)));
    symlinkSync(join(folder, place), join(links, name), 'junction');
  }
}
