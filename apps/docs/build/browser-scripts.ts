import { bundledPackages, licencesOf } from '@vpcep/bundled-licences';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changesFor } from '../src/redoc/changes.js';
import type { Language } from '../src/site/languages.js';
import { redocFromSource } from './redoc-from-source.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  // Redoc is written with the decorators of TypeScript 4.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  define: { 'process.env.NODE_ENV': '"production"', 'module.hot': 'undefined' },
} satisfies BuildOptions;

async function bundleAndMetafile(options: BuildOptions): Promise<{ text: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({ ...common, ...options, write: false, metafile: true });
  const file = outputFiles.at(0);
  if (file === undefined) throw new Error('esbuild has written nothing');
  return { text: file.text, metafile };
}

const bundle = async (options: BuildOptions) => (await bundleAndMetafile(options)).text;

const forBrowsers = (name: string): BuildOptions => ({
  entryPoints: [path(`browser/${name}`)],
  minify: true,
  target: 'es2022',
});

/** The scripts of the pages, by their names in `assets/`, and the licences of what is in them. */
export async function siteScripts(): Promise<Record<string, string>> {
  const sources: [name: string, options: BuildOptions][] = [
    ...['site', 'page', 'search-dialog', 'search', 'try-it-buttons', 'try-it', 'not-found', 'errors'].map(
      (name): [string, BuildOptions] => [`${name}.js`, forBrowsers(`${name}.ts`)],
    ),
  ];
  const scripts: Record<string, string> = {};
  const packages: string[] = [];
  for (const [name, options] of sources) {
    const { text, metafile } = await bundleAndMetafile(options);
    scripts[name] = text;
    packages.push(...bundledPackages(metafile, root));
  }
  // The mock of "Try it" comes as one file, and says itself what is in it.
  const ofMock = readFileSync(new URL(import.meta.resolve('@vpcep/mock/licences-of-browser.txt')), 'utf8');
  return { ...scripts, 'licences.txt': [licencesOf(packages), ofMock].join(`\n\n${'-'.repeat(80)}\n\n`) };
}

/** The script of the first page itself. */
export const startScript = (): Promise<string> => bundle(forBrowsers('start.ts'));

/** The module that renders the reference, for Node. */
export const rendererModule = (language: Language): Promise<string> =>
  bundle({
    entryPoints: [path('reference/render.tsx')],
    platform: 'node',
    format: 'esm',
    // What only parts need that the pages do not use: they are left out of the bundle.
    loader: { '.css': 'empty' },
    external: ['@redocly/workerize-loader*'],
    logOverride: { 'call-import-namespace': 'silent' },
    // What is not ES modules requires Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [redocFromSource(changesFor(language))],
  });
