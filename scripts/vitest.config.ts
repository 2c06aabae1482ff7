import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({ include: ['test/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 });
