import { cp, writeFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundledPackages, licencesOf } from '@vpcep/bundled-licences';
import { build } from 'esbuild';
import { generateDtsBundle } from 'dts-bundle-generator';
import { bundleOptions } from './bundle-options.js';
import { binaries, databaseOptions, licencesInBinaries, packagesInBinaries } from './database-parts.js';

/** Puts the mock and all that it is made of in one file for each of its two ways in, so that it installs and starts fast. */
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await rm(at('dist'), { recursive: true, force: true });
const bundled = [await build(bundleOptions), await build(databaseOptions)];
await cp(binaries, at('dist/prebuilds'), { recursive: true });
const packages = bundled.flatMap(({ metafile }) => bundledPackages(metafile, at('.'))).concat(packagesInBinaries);
await writeFile(at('dist/THIRD-PARTY-LICENSES.txt'), licencesOf(packages, licencesInBinaries));

const [declarations] = generateDtsBundle(
  [{ filePath: at('src/index.ts'), libraries: { inlinedLibraries: ['@vpcep/types'] }, output: { noBanner: true } }],
  { preferredConfigPath: at('tsconfig.build.json') },
);
if (declarations === undefined) throw new Error('there are no declarations');
// Whoever compiles for an older library than that of `await using` need not know of it.
await writeFile(at('dist/index.d.ts'), `/// <reference lib="esnext.disposable" />\n${declarations}`);
