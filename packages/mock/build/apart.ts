import type { BuildOptions, Plugin } from 'esbuild';
import { nodeOptions } from './node-options.js';

/**
 * What only some need comes into files of its own, which are loaded by those who do: the database of those who persist what
 * they have, and the client of Redis of those who share a mock.
 */
export const apartOptions = (entryPoints: Record<string, string>) =>
  ({
    ...nodeOptions,
    entryPoints,
    // It requires Node's own modules, and the database its binary from beside it.
    banner: {
      js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url), __dirname = import.meta.dirname;`,
    },
  }) satisfies BuildOptions;

/** How the client of Redis comes into a file of its own. */
export const redisOptions = apartOptions({ redis: 'src/shared/redis.ts' });

/** Leaves that out of the mock's own file, which imports it from the others. */
export const apart: Plugin = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:database|redis)\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};
