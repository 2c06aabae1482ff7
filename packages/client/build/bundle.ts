import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { choices, publicSubpaths } from './public-subpaths.js';

const sourceOf = (file: string) => file.replace('./dist/', './src/').replace(/\.js$/, '.ts');
const subpaths = publicSubpaths.map(({ default: file }) => file);

/** A module of which some platforms have their own is chosen where it is used, and not here. */
const chosenLater: Plugin = {
  name: 'chosen-later',
  setup(build) {
    for (const { name, files } of choices) {
      const names = files.map((file) => basename(file).replaceAll('.', '\\.'));
      build.onResolve({ filter: new RegExp(`/(${names.join('|')})$`) }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: name, external: true, sideEffects: false },
      );
    }
  },
};

/*
 * Puts the modules of each subpath into one file, which loads several times faster than many. What subpaths share, such
 * as the class VpcepError, goes into files of its own, so that it exists once. The code stays readable.
 */
await rm(new URL('../dist/', import.meta.url), { recursive: true, force: true });
const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: [...subpaths, ...choices.flatMap(({ files }) => files)].map(sourceOf),
  outbase: 'src',
  outdir: 'dist',
  chunkNames: 'shared/[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  charset: 'utf8',
  packages: 'external',
  // Private, so that it comes along.
  alias: { '@vpcep/rules': fileURLToPath(import.meta.resolve('@vpcep/rules')) },
  external: ['node:*'],
  plugins: [chosenLater],
  write: false,
  logLevel: 'warning',
});
for (const { path, text } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  // Imports for the sake of side effects alone: no module here has any, and bundlers warn of them.
  await writeFile(path, text.replaceAll(/^import "[^"]+";\n/gm, ''));
}
