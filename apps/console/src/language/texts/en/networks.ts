/** What is said where a subnet or a port is chosen. */
export const networks = {
  inVpc: 'In the chosen VPC',
  elsewhere: 'In other VPCs',
};
