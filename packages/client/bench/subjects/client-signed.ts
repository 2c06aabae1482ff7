import { createVpcepClient } from '@vpcep/client';
import { accessKey, body, projectId, type Call } from './request.js';

export function createCall(baseUrl: string): Call {
  const vpcep = createVpcepClient({ baseUrl, projectId, credentials: accessKey });
  return () => vpcep.createEndpointService({ body });
}
