import { vitestConfig } from '@vpcep/testing';

/** The document's forms in the tools that people feed them to, each of which is a process or two. */
export default vitestConfig({ include: ['test/consumers/*.test.ts'], hookTimeout: 300_000, testTimeout: 300_000 });
