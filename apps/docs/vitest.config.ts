import { vitestConfig } from '@vpcep/testing';

export default vitestConfig({ expect: { poll: { timeout: 30_000 } } });
