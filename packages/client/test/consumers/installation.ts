import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked, packageFolder } from '@vpcep/testing';

/** What projects in TypeScript for Node have besides. */
const nodeTypes = ['@types/node', 'undici-types'];

/** What projects have of others, which would take long to install. */
const linked: Record<string, string[]> = {
  nest: ['@jest/globals', '@nestjs/common', '@nestjs/core', 'reflect-metadata', 'rxjs'],
  proxy: ['undici'],
};

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
  for (const [project, names] of Object.entries(linked)) {
    for (const name of names) {
      const place = join(folder, project, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(packageFolder(name), place, 'junction');
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
