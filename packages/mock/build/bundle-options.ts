import type { BuildOptions } from 'esbuild';
import { apart } from './apart.js';
import { callNothingDeprecated } from './deprecated-calls.js';
import { nodeOptions } from './node-options.js';
import { lazyLoad, patchPrism, stubUnreached } from './prism-parts.js';

/** How the mock and all that it is made of come into one file for its two ways in. */
export const bundleOptions = {
  ...nodeOptions,
  entryPoints: ['src/index.ts', 'src/cli.ts'],
  splitting: true,
  chunkNames: 'mock',
  plugins: [stubUnreached, lazyLoad, patchPrism, callNothingDeprecated, apart],
  // What is CommonJS in the bundle requires Node's own modules.
  banner: { js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);` },
} satisfies BuildOptions;
