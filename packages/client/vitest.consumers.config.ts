import { vitestConfig } from '@vpcep/testing';

/** The packed client in projects, runtimes and compilers as its users have them. */
export default vitestConfig({ include: ['test/consumers/*.test.ts'] });
