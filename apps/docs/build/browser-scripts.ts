import { build, type BuildOptions } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { changesFor } from '../src/redoc/changes.js';
import { languages, type Language } from '../src/site/languages.js';
import { redocFromSource } from './redoc-from-source.js';

const path = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

const common = {
  bundle: true,
  write: false,
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  // Redoc is written with the decorators of TypeScript 4.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  define: { 'process.env.NODE_ENV': '"production"', 'module.hot': 'undefined' },
} satisfies BuildOptions;

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const file = outputFiles.at(0);
  if (file === undefined) throw new Error('esbuild has written nothing');
  return file.text;
}

/** A script for browsers. */
const script = (name: string, plugins: BuildOptions['plugins'] = []) =>
  bundle({ entryPoints: [path(`browser/${name}`)], minify: true, target: 'es2022', plugins });

/** The scripts of every page, by their names in `assets/`. */
export async function siteScripts(): Promise<Record<string, string>> {
  const scripts: Record<string, string> = {
    'site.js': await script('site.ts'),
    'start-reference.js': await script('start-reference.ts'),
  };
  for (const language of languages) {
    scripts[`reference.${language}.js`] = await script('reference.tsx', [redocFromSource(changesFor(language))]);
  }
  return scripts;
}

/** The script that chooses the reader's language, for the page itself. */
export const firstVisitScript = (): Promise<string> => script('first-visit.ts');

/** The module that renders the reference, for Node. */
export const rendererModule = (language: Language): Promise<string> =>
  bundle({
    entryPoints: [path('reference/render.tsx')],
    platform: 'node',
    format: 'esm',
    // What is not ES modules requires Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [redocFromSource(changesFor(language))],
  });
