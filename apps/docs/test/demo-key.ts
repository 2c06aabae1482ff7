/** The access key that every mock knows, as the guides name it. */
export const demoKey = {
  accessKeyId: 'VPCEP-MOCK-KEY',
  secretAccessKey: 'secret-of-the-mock-that-everybody-knows',
};
