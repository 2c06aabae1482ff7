import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({
  globalSetup: 'test/global-setup.ts',
  expect: { poll: { timeout: 30_000 } },
  // The files share the modules that they have in common, and the pages that they have parsed.
  isolate: false,
});
