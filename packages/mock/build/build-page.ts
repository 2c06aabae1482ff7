import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { minify } from 'terser';

/** Takes `x.page.ts` in the place of `x.ts` wherever there is one: what pages have in other ways than Node. */
const forPages: Plugin = {
  name: 'for-pages',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir }) => {
      const own = join(resolveDir, path.replace(/\.js$/, '.page.ts'));
      return existsSync(own) ? { path: own } : undefined;
    });
  },
};

/** Leaves out what is said in Chinese of broken rules: the mock answers in English. */
const inEnglish: Plugin = {
  name: 'in-english',
  setup(build) {
    build.onLoad({ filter: /[\\/]packages[\\/]rules[\\/]dist[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/[\p{Script=Han}，、。]+/gu, ''),
    }));
  },
};

/** How the mock without a server comes into a file of its own. A module of Node stops the build. */
export const pageOptions = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/browser.ts', 'src/msw.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
  external: ['msw'],
  minify: true,
  write: false,
  legalComments: 'none',
  metafile: true,
  plugins: [forPages, inEnglish],
} satisfies BuildOptions;

/** Puts the mock without a server into its files. */
export async function buildPage(): Promise<{ metafile: Metafile }> {
  const { outputFiles, metafile } = await build(pageOptions);
  for (const { path, text } of outputFiles) {
    // It makes less of what esbuild has made: 2 kB of what goes over the network.
    const { code = '' } = await minify(text, {
      module: true,
      ecma: 2020,
      compress: { passes: 4, unsafe_arrows: true },
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
  return { metafile };
}
