import { vitestConfig } from '@vpcep/testing';

/** What the README shows is run when it changes, not when the mock does. */
export default vitestConfig({ include: ['test/readmes/*.test.ts'] });
