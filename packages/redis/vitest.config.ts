import { vitestConfig } from '@vpcep/testing';

export default vitestConfig();
