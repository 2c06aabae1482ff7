export { installPacked, packageFolder, type Packed } from './install-packed.js';
export { nodeVersions, type NodeVersion } from './node-versions.js';
export { npmCommand, runNpm } from './npm.js';
export { fullTier, scaled } from './tier.js';
export { readTimings, type FileTiming } from './timings.js';
export { vitestConfig } from './vitest-config.js';
