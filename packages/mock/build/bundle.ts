import { cp, writeFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundledPackages, licencesOf } from '@vpcep/bundled-licences';
import { build } from 'esbuild';
import { generateDtsBundle } from 'dts-bundle-generator';
import { bundleOptions } from './bundle-options.js';
import { binaries, databaseOptions, licencesInBinaries, packagesInBinaries } from './database-parts.js';
import { redisOptions } from './apart.js';
import { buildPage } from './build-page.js';

/** Puts the mock and all that it is made of in one file for each of its ways in, so that it installs and starts fast. */
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await rm(at('dist'), { recursive: true, force: true });
const page = await buildPage();
const bundled = [await build(bundleOptions), await build(databaseOptions), await build(redisOptions), page];
await cp(binaries, at('dist/prebuilds'), { recursive: true });
const packages = bundled.flatMap(({ metafile }) => bundledPackages(metafile, at('.'))).concat(packagesInBinaries);
await writeFile(at('dist/THIRD-PARTY-LICENSES.txt'), licencesOf(packages, licencesInBinaries));
// For pages that have the mock in a bundle of their own.
await writeFile(at('dist/THIRD-PARTY-LICENSES.browser.txt'), licencesOf(bundledPackages(page.metafile, at('.'))));

/** The ways in that have types. */
const entries = ['index', 'browser', 'msw'];
const declarations = generateDtsBundle(
  entries.map((entry) => ({
    filePath: at(`src/${entry}.ts`),
    libraries: { inlinedLibraries: ['@vpcep/types'], importedLibraries: ['msw'] },
    output: { noBanner: true },
  })),
  { preferredConfigPath: at('tsconfig.build.json') },
);
for (const [index, entry] of entries.entries()) {
  const text = declarations[index];
  if (text === undefined) throw new Error(`there are no declarations of ${entry}`);
  // Whoever compiles for an older library than that of `await using` need not know of it.
  const library = text.includes('AsyncDisposable') ? '/// <reference lib="esnext.disposable" />\n' : '';
  await writeFile(at(`dist/${entry}.d.ts`), library + text);
}
