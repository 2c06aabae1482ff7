import { type Answer, errorAnswer } from '../answer.js';
import { secretName } from '../authentication/secret-name.js';
import { parseBody } from '../request/json-body.js';
import type { ReceivedRequest } from '../request/received-request.js';
import type { Target } from '../request/target.js';

/** Where what is sent is data of the API, in which anything may be called anything below the top. */
const ofData = /^\/_mock\/(?:state|snapshots\/[^/]+)$/;

/**
 * The answer to a control request that would bring secrets to all replicas, through Redis; undefined when it brings none.
 * It is looked at as the route reads it, and whatever the route makes of it.
 */
export function refusalOfSecrets(
  { pathname }: Target,
  { headers }: Pick<ReceivedRequest, 'headers'>,
  bytes: Uint8Array,
): Answer | undefined {
  const read = parseBody(bytes, headers);
  // What cannot be read goes nowhere.
  if ('errorResponse' in read) return read.errorResponse;
  const secret = secretIn(read.body, ofData.test(pathname) ? 1 : Infinity);
  return secret === undefined ? undefined : errorAnswer(400, 'Mock.0400', remedyOf(secret));
}

/** The name of the first member that holds credentials, up to so many levels deep. */
function secretIn(value: unknown, levels: number): string | undefined {
  if (typeof value !== 'object' || value === null || levels === 0) return undefined;
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const isCredentials = name === 'auth' && typeof inner === 'object' && inner !== null;
    if (isCredentials || (!Array.isArray(value) && secretName.test(name))) return name;
    const found = secretIn(inner, levels - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const remedyOf = (name: string): string =>
  name === 'auth'
    ? "auth must be any or strict in a world of a shared mock: credentials of its own would go through Redis. Start the mock with --credentials, and have the world be 'strict'."
    : `${name} may be secret, and what a shared mock is told goes through Redis: leave it out. A fault tells calls apart by project or by another header.`;
