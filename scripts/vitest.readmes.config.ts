import { vitestConfig } from '@vpcep/testing';

/** What the pages of the repository show is run when one of them changes, not when a script does. */
export default vitestConfig({
  include: ['test/readmes/*.test.ts'],
  // One test runs all TypeScript samples, each in a process of its own.
  testTimeout: 300_000,
});
