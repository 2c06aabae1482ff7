import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked } from '@vpcep/testing';

/** What projects in TypeScript for Node have besides. */
const nodeTypes = ['@types/node', 'undici-types'];

/** Copies of the consumer projects, in a folder where the packed client is installed. */
export interface Installation {
  folder: string;
  /** Names of the packages that are installed there, without those that only the projects' compilers need. */
  packages: string[];
  remove(): void;
}

/** Installs what a user would download. */
export async function installConsumers(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-consumers-'));
  cpSync(fileURLToPath(new URL('../../consumers/', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumers', private: true, type: 'module' }));
  await installPacked(folder, '@vpcep/client', '@types/node');
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
