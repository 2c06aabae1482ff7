import { join } from 'node:path';
import {
  type Manifest,
  type PublishedFolder,
  publishedFolders,
  readManifest,
  writeManifest,
} from './published-packages.js';

/** What the page of a package on npm says about where it comes from. */
export interface Metadata {
  homepage: string;
  bugs: { url: string };
  repository: { type: 'git'; url: string; directory: string };
  author: string;
}

/**
 * The metadata of a published package: all of it follows from two fields of the repository's own package.json.
 *
 * @throws Error when those are not there.
 */
export function metadataOf(folder: PublishedFolder, { repository, author }: Manifest): Metadata {
  if (typeof repository !== 'string' || typeof author !== 'string') {
    throw new Error('package.json has to name the address of the repository (repository) and its authors (author)');
  }
  return {
    homepage: `${repository}/tree/main/${folder}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: 'git', url: `git+${repository}.git`, directory: folder },
    author,
  };
}

/** Writes the metadata into each published package of a repository, or of a copy of it. */
export function writeMetadata(root: string): void {
  const repository = readManifest(root);
  for (const folder of publishedFolders) {
    const place = join(root, folder);
    writeManifest(place, { ...readManifest(place), ...metadataOf(folder, repository) });
  }
}

/**
 * Whether the repository has a public address. While it has none, package.json holds one in the domain `.example`,
 * which is nobody's and never will be.
 */
export const hasPublicAddress = ({ repository }: Manifest): boolean =>
  typeof repository === 'string' && !new URL(repository).hostname.endsWith('.example');
