import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({ include: ['test/*.test.ts'] });
