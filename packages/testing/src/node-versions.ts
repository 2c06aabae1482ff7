import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './npm.js';
import { fullTier } from './tier.js';

/** The oldest Node that the packages are for, and the newest of the later lines. */
const versions = ['20.19.0', '22.23.3', '24.21.0'];

/** Where those Nodes are kept, which takes longer to download than all else. */
const cache = fileURLToPath(new URL('../../../node_modules/.cache/vpcep-nodes/', import.meta.url));

/** A Node to try something on. */
export interface NodeVersion {
  version: string;
  /** Path of its program. */
  program: string;
}

/** The Node that runs the tests, and in the full tier each that the packages are for, which npm downloads. */
export async function nodeVersions(): Promise<NodeVersion[]> {
  const present = { version: process.versions.node, program: process.execPath };
  if (!fullTier) return [present];
  const others: NodeVersion[] = [];
  for (const version of versions) others.push(await download(version));
  return [present, ...others];
}

/** Node is on npm as one package for each platform. */
async function download(version: string): Promise<NodeVersion> {
  const { platform, arch } = process;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const at = join('node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  const folder = join(cache, version);
  if (!existsSync(join(folder, at))) {
    mkdirSync(cache, { recursive: true });
    const made = mkdtempSync(`${folder}-`);
    writeFileSync(join(made, 'package.json'), '{ "private": true }');
    await runNpm(made, 'install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`);
    // The tests of another workspace may have downloaded it meanwhile.
    if (existsSync(folder)) rmSync(made, { recursive: true });
    else renameSync(made, folder);
  }
  return { version, program: join(folder, at) };
}
