import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked } from '@vpcep/testing';

/** What projects in TypeScript for Node have besides. */
const nodeTypes = ['@types/node', 'undici-types'];

/** Copies of projects, in a folder where the packed client is installed. */
export interface Installation {
  folder: string;
  /** Names of the packages that are installed there, without those that only the projects' compilers need. */
  packages: string[];
  remove(): void;
}

/**
 * Installs what a user would download, above copies of the projects in a folder.
 *
 * @param linked What projects have of others, which would take long to install, by the projects' names: the folders of
 * packages, by the names that they are imported by.
 */
export async function installProjects(
  projects: 'consumers' | 'examples',
  linked: Record<string, Record<string, string>>,
): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), `vpcep-${projects}-`));
  cpSync(fileURLToPath(new URL(`../../${projects}/`, import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: projects, private: true, type: 'module' }));
  await installPacked(folder, '@vpcep/client', '@types/node');
  for (const [project, packages] of Object.entries(linked)) {
    for (const [name, target] of Object.entries(packages)) {
      const place = join(folder, project, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(target, place, 'junction');
    }
  }
  const lockfile = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: object };
  return {
    folder,
    packages: Object.keys(lockfile.packages)
      .map((place) => place.replace(/^.*node_modules\//, ''))
      .filter((name) => name !== '' && !nodeTypes.includes(name))
      .sort(),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
