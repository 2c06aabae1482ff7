import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runNpm } from './npm.js';

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/**
 * The folder of an installed package, which need not export its package.json.
 *
 * @param from The folder of whoever uses it.
 * @default from is the workspace whose tests run
 */
export function packageFolder(name: string, from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(place)) return place;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed: run "npm ci"`);
  }
}

/** The folders of packages, and of all that they depend on. */
function withDependencies(folders: string[]): string[] {
  const all = new Set<string>();
  function add(folder: string): void {
    if (all.has(folder)) return;
    all.add(folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      add(packageFolder(name, folder));
    }
  }
  for (const folder of folders) add(folder);
  return [...all];
}

/** A package as npm has packed it. */
export interface Packed {
  name: string;
  /** In the folder where it is installed. */
  filename: string;
  /** In bytes. */
  size: number;
}

/** Packs what a user would download who asks for some packages, and installs that in a folder: no registry is asked. */
export async function installPacked(folder: string, ...names: string[]): Promise<Packed[]> {
  const folders = withDependencies(names.map((name) => packageFolder(name)));
  const pack = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', '.'];
  const packed = JSON.parse(await runNpm(folder, ...pack, ...folders)) as Packed[];
  const files = packed.map(({ filename }) => `./${filename}`);
  await runNpm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...files);
  return packed;
}
