import { defineConfig, type ViteUserConfigFnObject } from 'vitest/config';
import type { InlineConfig } from 'vitest/node';
import { VitestTimings } from './vitest-timings.js';

/**
 * The configuration of a workspace's tests. `vitest run --mode full` runs the full tier.
 *
 * @param own What the workspace wants otherwise.
 */
export function vitestConfig(own: InlineConfig = {}): ViteUserConfigFnObject {
  return defineConfig(({ mode }) => {
    const full = mode === 'full';
    return {
      test: {
        // A busy machine takes its time. What never comes fails all the same.
        testTimeout: full ? 600_000 : 180_000,
        hookTimeout: full ? 600_000 : 300_000,
        expect: { poll: { timeout: 30_000 } },
        reporters: ['default', new VitestTimings()],
        // What is built is loaded as it is: to transform the mock, in one file with all of Prism, takes seconds.
        server: { deps: { external: [/[/\\]dist[/\\]/] } },
        ...own,
        env: { NODE_ENV: 'test', ...(full ? { TEST_TIER: 'full' } : {}), ...own.env },
      },
    };
  });
}
