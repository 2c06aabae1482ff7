import { body, projectId, token, type Call } from './request.js';

export const createCall = (baseUrl: string): Call => plainCall(baseUrl);

/** A call of plain fetch. @param limit Makes the signal that ends a call, if any. */
export function plainCall(baseUrl: string, limit?: () => AbortSignal): Call {
  return async () => {
    const response = await fetch(`${baseUrl}/v1/${projectId}/vpc-endpoint-services`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Auth-Token': token },
      body: JSON.stringify(body),
      ...(limit && { signal: limit() }),
    });
    if (!response.ok) throw new Error(`answered with ${response.status}`);
    return (await response.json()) as unknown;
  };
}
