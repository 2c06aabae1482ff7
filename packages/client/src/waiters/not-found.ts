import { VpcepHttpError } from '../errors/http-errors.js';
import type { Past, Waitable } from './wait.js';

/**
 * Turns the service's answer that a resource is not there into null. Only the service itself can say so: a 404 of a
 * gateway, whose code begins otherwise, or of a proxy, which has none, says that the address is wrong, and is thrown.
 */
export async function nullWhenNotFound<Resource>(call: Promise<Resource>): Promise<Resource | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof VpcepHttpError && error.status === 404 && /^EndPoint\./i.test(error.code ?? '')) return null;
    throw error;
  }
}

/** How long a resource that was just created may be unknown to whoever answers: 30 seconds. */
const settling = 30_000;

/**
 * What it means to those who wait for a resource to come up that it is not found: shortly after its creation it may
 * not be known everywhere, so there is hope for 30 seconds. Not found after it was seen, it is gone for good.
 */
export function notFoundYet({ elapsed, last }: Past<Waitable>): 'pending' | 'failed' {
  return last === undefined && elapsed < settling ? 'pending' : 'failed';
}
