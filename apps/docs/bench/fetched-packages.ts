import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCli } from '@vpcep/testing';

const cache = fileURLToPath(new URL('../node_modules/.cache/bench/packages', import.meta.url));

/** A package on npm that is only measured, or measured with: no dependency of ours, whose own dependencies would be a third of a gigabyte. */
interface FetchedPackage {
  name: string;
  version: string;
  integrity: string;
}

export const scalar: FetchedPackage = {
  name: '@scalar/api-reference',
  version: '1.76.0',
  integrity: 'sha512-pjqwnzmA9YK3ZX+IZSICMsywm4qI6HLSngR2py9H6TvFApHHuJjkTAd+gFJfnqJDzJuro8k7ji6JCtJ2U+Byng==',
};

export const swaggerUi: FetchedPackage = {
  name: 'swagger-ui-dist',
  version: '5.35.0',
  integrity: 'sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==',
};

export const elements: FetchedPackage = {
  name: '@stoplight/elements',
  version: '9.0.25',
  integrity: 'sha512-rDbNsgSCNo74lyV57cBzym+8F68/R2j7UPq4r3w5qK608vX8APNJhTq+2MkbTjsM3bUhFIoRdI225tlI85KpCA==',
};

export const rapiDoc: FetchedPackage = {
  name: 'rapidoc',
  version: '9.3.8',
  integrity: 'sha512-eCYEbr1Xr8OJZvVCw8SXl9zBCRoLJbhNGuG5IZTHq/RWAOq/O4MafUCuFEyZHsrhLrlUcGZMa64pyhpib8fQKQ==',
};

/** Counts interactions as browsers and their makers' statistics do. */
export const webVitals: FetchedPackage = {
  name: 'web-vitals',
  version: '6.2.3',
  integrity: 'sha512-Dmy+vdO1UPMqXiAtZSNayhl4f794Bxfd94W4HIj2HlYtczEQfEOon969memlcpcHrTuOKLa5baFjX7WbgmOq+A==',
};

/**
 * Fetches a package with npm, unless it is there already.
 *
 * @returns its folder.
 * @throws when it is not the very one that is expected.
 */
export function fetchPackage({ name, version, integrity }: FetchedPackage): string {
  const folder = join(cache, `${name.replace('/', '-')}-${version}`);
  if (existsSync(folder)) return folder;
  const unpacked = `${folder}.part`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const told = execFileSync(
    process.execPath,
    [npmCli(), 'pack', `${name}@${version}`, '--json', '--workspaces=false', '--pack-destination', unpacked],
    {
      encoding: 'utf8',
      cwd: unpacked,
    },
  );
  const [packed] = JSON.parse(told) as { filename: string; integrity: string }[];
  if (packed?.integrity !== integrity) {
    throw new Error(`${name} ${version} is ${packed?.integrity ?? 'not there'}, and ${integrity} was expected`);
  }
  execFileSync('tar', ['-xzf', packed.filename, '--strip-components=1'], { cwd: unpacked });
  renameSync(unpacked, folder);
  return folder;
}
