import { vitestConfig } from '@vpcep/testing';

/** What is packed, as those have it who install it. */
export default vitestConfig({ include: ['test/consumers/*.test.ts'] });
