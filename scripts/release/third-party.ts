import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest } from './published-packages.js';

/**
 * The folders of all packages of others that come along when the packages in some folders are installed: one folder for
 * each version.
 */
export function thirdPartyOf(folders: string[]): string[] {
  const own = new Set(folders.map((folder) => readManifest(folder).name));
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    const { dependencies, optionalDependencies } = readManifest(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (own.has(name)) continue;
      const place = installedFrom(folder, name);
      const release = `${name}@${readManifest(place).version}`;
      if (found.has(release)) continue;
      found.set(release, place);
      visit(place);
    }
  };
  folders.forEach(visit);
  return [...found.values()];
}

/** Where a package is that another one in a folder requires. */
function installedFrom(folder: string, name: string): string {
  const place = join(folder, 'node_modules', name);
  if (existsSync(join(place, 'package.json'))) return place;
  const above = dirname(folder);
  if (above === folder) throw new Error(`${name} is not installed: run npm ci`);
  return installedFrom(above, name);
}
