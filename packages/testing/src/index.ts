export { fullTier, scaled } from './tier.js';
export { readTimings, type FileTiming } from './timings.js';
export { vitestConfig } from './vitest-config.js';
