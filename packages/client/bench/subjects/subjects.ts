import type { Call } from './request.js';

/** What is measured, by the name that the table gives it. The first one is what the others are compared with. */
export const subjects: Record<string, () => Promise<{ createCall(baseUrl: string): Call }>> = {
  'plain fetch, token': () => import('./fetch.js'),
  'plain fetch, token, with a timeout': () => import('./fetch-timeout.js'),
  'openapi-fetch, token': () => import('./openapi-fetch.js'),
  '@vpcep/client, token': () => import('./client-token.js'),
  '@vpcep/client, signed': () => import('./client-signed.js'),
  "Huawei's SDK, signed": () => import('./sdk-signed.js'),
};
