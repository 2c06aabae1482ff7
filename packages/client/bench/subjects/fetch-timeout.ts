import { plainCall } from './fetch.js';
import type { Call } from './request.js';

/** The client limits the time of each attempt: so does this, as plainly as can be. */
export const createCall = (baseUrl: string): Call => plainCall(baseUrl, () => AbortSignal.timeout(30_000));
