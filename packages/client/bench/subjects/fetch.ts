import { body, projectId, token, type Call } from './request.js';

export function createCall(baseUrl: string): Call {
  return async () => {
    const response = await fetch(`${baseUrl}/v1/${projectId}/vpc-endpoint-services`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Auth-Token': token },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`answered with ${response.status}`);
    return (await response.json()) as unknown;
  };
}
