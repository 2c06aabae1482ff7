import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** What a user downloads who asks for the client. */
const downloaded = ['@vpcep/client', '@vpcep/types', 'openapi-fetch', 'openapi-typescript-helpers'];
/** What projects in TypeScript for Node have besides. */
const nodeTypes = ['@types/node', 'undici-types'];

/** Copies of the consumer projects, in a folder where the packed client is installed. */
export interface Installation {
  folder: string;
  /** Names of the packages that are installed there, without those that only the projects' compilers need. */
  packages: string[];
  remove(): void;
}

/** The folder of an installed package, which need not export its package.json. */
export function packageFolder(name: string): string {
  const places = require.resolve.paths(name)?.map((place) => join(place, name)) ?? [];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name} is not installed: run "npm ci"`);
  return found;
}

/** Packs what a user would download, so that nothing is asked of a registry, and installs it. */
export async function installConsumers(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-consumers-'));
  cpSync(fileURLToPath(new URL('../../consumers/', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumers', private: true, type: 'module' }));
  const npm = (...args: string[]) => run('npm', args, { cwd: folder });
  const { stdout } = await npm(
    ...['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder],
    ...[...downloaded, ...nodeTypes].map(packageFolder),
  );
  const tarballs = (JSON.parse(stdout) as { filename: string }[]).map(({ filename }) => `./${filename}`);
  await npm('install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs);
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
