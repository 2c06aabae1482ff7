import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({ globalSetup: 'test/dereference.ts' });
