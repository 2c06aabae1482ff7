import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { npmCli } from '@vpcep/testing';

/** File systems give out space in blocks, commonly of this many bytes. */
const block = 4096;
const onDisk = (bytes: number) => Math.ceil(bytes / block) * block;

/** Bytes that a package takes up on the disk with all that it depends on. */
export function installedSize(name: string): number {
  let bytes = 0;
  for (const folder of dependencyTree(name, import.meta.dirname)) bytes += publishedBytes(folder);
  return bytes;
}

/** The folders of a package and of its dependencies, each once. */
function dependencyTree(name: string, from: string, found = new Set<string>()): Set<string> {
  const folder = resolvePackage(name, from);
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(dependencies)) dependencyTree(dependency, folder, found);
  return found;
}

function resolvePackage(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed: run "npm ci"`);
  return resolvePackage(name, dirname(from));
}

function publishedBytes(folder: string): number {
  // The packages of this repository are links to folders that hold more than is published.
  if (!lstatSync(folder).isSymbolicLink()) return folderBytes(folder);
  const args = [npmCli(), 'pack', '--dry-run', '--json', '--silent', '--ignore-scripts'];
  const said = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const [packed] = JSON.parse(said) as [{ files: { size: number }[] }];
  return packed.files.reduce((sum, { size }) => sum + onDisk(size), 0);
}

/** What lies in a package's folder, without the packages that lie below it: the tree has those that count. */
function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? folderBytes(path) : onDisk(lstatSync(path).size);
  }
  return bytes;
}
