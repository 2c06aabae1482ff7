export { fullTier, scaled } from './tier.js';
export { vitestConfig } from './vitest-config.js';
