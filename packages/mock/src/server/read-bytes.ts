import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';
import { type Answer, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import { bodyLimit, bodyTooLarge } from '../request/body-limit.js';
import type { ReadBytes } from '../request/received-request.js';

const closing = { Connection: 'close' };

/** Why a body cannot be read any further, and what that is answered with. */
class BrokenBody extends Error {
  constructor(readonly answer: Answer) {
    super('the body is broken');
  }
}

/** The bodies that broke before somebody began to read them. */
const broken = new WeakMap<IncomingMessage, BrokenBody>();

/** Ends the reading of a body that goes on in a way that cannot be read, with an answer to that. */
export function breakBody(request: IncomingMessage, { headers, ...answer }: Answer): void {
  const error = new BrokenBody({ ...answer, headers: { ...headers, ...closing } });
  broken.set(request, error);
  if (request.listenerCount('error') > 0) request.emit('error', error);
}

/** Reads the bytes of a body, up to a limit. */
export async function readBytes(request: IncomingMessage, limit = bodyLimit): Promise<ReadBytes> {
  const before = broken.get(request);
  if (before !== undefined) return { errorResponse: before.answer };
  try {
    const length = request.headers['content-length'] ?? null;
    return { bytes: await getRawBody(request, { length, limit }) };
  } catch (error) {
    if (error instanceof BrokenBody) return { errorResponse: error.answer };
    if (!(error instanceof Error && 'type' in error)) throw error;
    if (error.type === 'entity.too.large') {
      await discardRest(request, limit);
      return { errorResponse: bodyTooLarge(limit) };
    }
    const brokenOff = serviceError(codeOfKind.request, `The body broke off: ${error.message}.`);
    return { errorResponse: { ...brokenOff, headers: closing } };
  }
}

/** How long nothing may come of a body that is too large before it is taken for all. */
const idleMs = 1000;

/**
 * Reads what else there is of a body, so that whoever sends it is done and sees the answer: many do not, if their
 * connection is closed while they send (RFC 9112 section 9.6). Who sends very much more is cut off all the same.
 */
function discardRest(request: IncomingMessage, limit: number): Promise<void> {
  return new Promise((resolve) => {
    let left = 4 * limit;
    const timeout = setTimeout(end, idleMs);
    function end() {
      clearTimeout(timeout);
      request.off('data', discard).off('end', end).off('close', end);
      resolve();
    }
    function discard(chunk: Buffer) {
      timeout.refresh();
      left -= chunk.length;
      if (left < 0) end();
    }
    request.on('data', discard).on('end', end).on('close', end).resume();
  });
}
