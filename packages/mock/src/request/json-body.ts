import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';
import { type Answer, gatewayError, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';

/** The largest body that the service takes from a signed request: 12 MB. */
export const bodyLimit = 12 * 1024 * 1024;

/** How deep lists and objects may be inside each other. Those of the API need four levels. */
const depthLimit = 100;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A body that was read, or the answer to one that could not be. */
export type ReadBody = { body: unknown } | { errorResponse: Answer };

/** Reads the bytes of a body. */
export async function readBytes(request: IncomingMessage): Promise<{ bytes: Buffer } | { errorResponse: Answer }> {
  try {
    const length = request.headers['content-length'] ?? null;
    return { bytes: await getRawBody(request, { length, limit: bodyLimit }) };
  } catch (error) {
    if (!(error instanceof Error && 'type' in error)) throw error;
    const headers = { Connection: 'close' };
    if (error.type === 'entity.too.large') {
      await discardRest(request);
      const message = `Request entity too large. The body may have at most ${bodyLimit} bytes (12 MB).`;
      return { errorResponse: gatewayError(413, message, headers) };
    }
    return { errorResponse: { ...serviceError(codeOfKind.request, `The body broke off: ${error.message}.`), headers } };
  }
}

/** How long nothing may come of a body that is too large before it is taken for all. */
const idleMs = 1000;

/**
 * Reads what else there is of a body, so that whoever sends it is done and sees the answer: many do not, if their
 * connection is closed while they send (RFC 9112 section 9.6). Who sends very much more is cut off all the same.
 */
function discardRest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = 4 * bodyLimit;
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

/** Reads a JSON body from its bytes. A request without one has the body `undefined`. */
export function parseBody(bytes: Buffer, type: string | undefined): ReadBody {
  if (bytes.length === 0) return { body: undefined };

  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    const message = `Unsupported media type. Send the body as "Content-Type: application/json", not ${type === undefined ? 'without one' : `"${type}"`}.`;
    return { errorResponse: gatewayError(415, message) };
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { errorResponse: serviceError(codeOfKind.request, 'The body is not valid UTF-8; encode it so.') };
  }
  if (isTooDeep(text)) {
    const message = `The body has more than ${depthLimit} levels of lists and objects; send fewer.`;
    return { errorResponse: serviceError(codeOfKind.request, message) };
  }
  try {
    return { body: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { errorResponse: serviceError(codeOfKind.request, `The body is not valid JSON: ${reason}.`) };
  }
}

/** Reads a JSON body. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const read = await readBytes(request);
  return 'errorResponse' in read ? read : parseBody(read.bytes, request.headers['content-type']);
}

/**
 * Whether a JSON text has lists and objects too deep inside each other. They would exhaust the stack of the validator,
 * and what it gives up on passes as valid.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > depthLimit) return true;
  }
  return false;
}
