import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages that are published, in the order in which one is built from another. */
export const publishedFolders = [
  'openapi',
  'packages/types',
  'packages/client',
  'packages/mock',
  'packages/drift',
] as const;
export type PublishedFolder = (typeof publishedFolders)[number];

/** What the scripts read of a package.json; the rest is kept as it is. */
export interface Manifest {
  name: string;
  version: string;
  license?: string;
  private?: boolean;
  author?: unknown;
  homepage?: unknown;
  bugs?: unknown;
  repository?: unknown;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** The package.json in a folder. */
export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Writes a package.json as npm and Prettier do. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
