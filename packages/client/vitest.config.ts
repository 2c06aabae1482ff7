import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({
  include: ['test/*.test.ts', 'test/checks/*.test.ts'],
  // The files share the modules that they have in common.
  isolate: false,
  typecheck: { tsconfig: 'tsconfig.test-d.json' },
});
