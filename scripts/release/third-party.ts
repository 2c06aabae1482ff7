import { packageFolder } from '@vpcep/testing';
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
      const place = packageFolder(name, folder);
      const release = `${name}@${readManifest(place).version}`;
      if (found.has(release)) continue;
      found.set(release, place);
      visit(place);
    }
  };
  folders.forEach(visit);
  return [...found.values()];
}
