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
 * The metadata of a published package: all of it follows from three fields of the repository's own package.json.
 *
 * @throws Error when those are not there.
 */
export function metadataOf(folder: PublishedFolder, { repository, homepage, author }: Manifest): Metadata {
  if (typeof repository !== 'string' || typeof homepage !== 'string' || typeof author !== 'string') {
    throw new Error(
      'package.json has to name the address of the repository (repository), that of the published reference (homepage) and the authors (author)',
    );
  }
  return {
    // The reference is the home of the document: what is generated from it links to the pages there.
    homepage: folder === 'openapi' ? homepage : `${repository}/tree/main/${folder}#readme`,
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
 * Whether an address is a public one. While there is none, package.json holds one in the domain `.example`, which is
 * nobody's and never will be.
 */
export const isPublicAddress = (address: unknown): boolean =>
  typeof address === 'string' && !new URL(address).hostname.endsWith('.example');
