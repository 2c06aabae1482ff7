import client = require('@vpcep/client');

export const vpcep: client.VpcepClient = client.createVpcepClient({
  region: 'cn-north-4',
  projectId: '6e9dfd51d1124e8d8498dce894923a0d',
  credentials: { token: 'any' },
});
