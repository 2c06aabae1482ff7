import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({
  globalSetup: 'test/global-setup.ts',
  // The browser has one clipboard for all of them.
  fileParallelism: false,
  // The files share the modules that they have in common, and the pages that they have parsed.
  isolate: false,
});
