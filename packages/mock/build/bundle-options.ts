import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { apart } from './apart.js';
import { callNothingDeprecated } from './deprecated-calls.js';
import { lazyLoad, patchPrism, stubUnreached } from './prism-parts.js';

/** How the mock and all that it is made of come into one file for its two ways in. */
export const bundleOptions = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/index.ts', 'src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'mock',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // An error that nobody catches shows the line that threw it.
  lineLimit: 120,
  // Names stay, so that a stack says where it went wrong.
  legalComments: 'none',
  metafile: true,
  plugins: [stubUnreached, lazyLoad, patchPrism, callNothingDeprecated, apart],
  // What is CommonJS in the bundle requires Node's own modules.
  banner: { js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);` },
} satisfies BuildOptions;
