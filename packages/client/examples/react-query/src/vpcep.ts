import { createVpcepClient } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';

export const vpcep = createVpcepClient({
  baseUrl: '/api', // on the page's own host
  projectId: '6e9dfd51d1124e8d8498dce894923a0d',
  credentials: { token: 'set-by-the-host' }, // A page is no place for a real one.
  errorCatalogue, // what to do about an error
});
