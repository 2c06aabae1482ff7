import type { Texts } from '../texts.js';

/** What is said where a subnet or a port is chosen. */
export const networks: Texts['networks'] = {
  inVpc: '所选 VPC 内',
  elsewhere: '其他 VPC 内',
};
