import type { paths } from '@vpcep/types';
import createOpenapiFetch from 'openapi-fetch';
import { body, projectId, token, type Call } from './request.js';

export function createCall(baseUrl: string): Call {
  const http = createOpenapiFetch<paths>({ baseUrl, headers: { 'X-Auth-Token': token } });
  return async () => {
    const { data, response } = await http.POST('/v1/{project_id}/vpc-endpoint-services', {
      params: { path: { project_id: projectId } },
      body,
    });
    if (data === undefined) throw new Error(`answered with ${response.status}`);
    return data;
  };
}
