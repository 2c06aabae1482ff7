import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '@vpcep/testing';

/** The program of a runtime that is published as one package per platform, of which npm installs this platform's. */
export function platformBinary(runtime: string, file: string): string {
  const manifest = JSON.parse(readFileSync(join(packageFolder(runtime), 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const platforms = Object.keys(manifest.optionalDependencies);
  const beside = join(packageFolder(runtime), '..');
  const found = platforms.map((name) => join(beside, name, file)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      `${runtime} is not published for ${process.platform} on ${process.arch}, only as ${platforms.join(', ')}`,
    );
  }
  return found;
}
