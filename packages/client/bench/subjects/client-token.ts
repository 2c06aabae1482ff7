import { createVpcepClient } from '@vpcep/client';
import { body, projectId, token, type Call } from './request.js';

export function createCall(baseUrl: string): Call {
  const vpcep = createVpcepClient({ baseUrl, projectId, credentials: { token } });
  return () => vpcep.createEndpointService({ body });
}
