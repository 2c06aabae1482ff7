export { endTree } from './end-tree.js';
export { installPacked, packageFolder, type Packed } from './install-packed.js';
export { nodeVersions, type NodeVersion } from './node-versions.js';
export { npmCli, runNpm } from './npm.js';
export { posixShell } from './posix-shell.js';
export { fullTier, scaled } from './tier.js';
export { readTimings, type FileTiming } from './timings.js';
export { vitestConfig } from './vitest-config.js';
