import { vitestConfig } from '@vpcep/testing';

/** Prism takes seconds to load, so the files share the modules that they have in common. */
export default vitestConfig({
  include: ['test/*.test.ts', 'test/fuzz/*.test.ts', 'test/shared/*.test.ts'],
  isolate: false,
});
