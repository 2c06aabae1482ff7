import { type Answer, gatewayError, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { ReceivedRequest } from './received-request.js';

/** How deep lists and objects may be inside each other. Those of the API need four levels. */
const depthLimit = 100;

/** How many values a body may have. A mock that holds a state of more needs more memory than Node gives it by itself. */
const valueLimit = 16_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A body that was read, or the answer to one that could not be. */
export type ReadBody = { body: unknown } | { errorResponse: Answer };

/** Reads a JSON body from its bytes. A request without one has the body `undefined`. */
export function parseBody(bytes: Uint8Array, headers: ReceivedRequest['headers']): ReadBody {
  if (bytes.length === 0) return { body: undefined };

  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = headers;
  if (!/^\s*(identity)?\s*$/i.test(encoding)) {
    const message = `Unsupported encoding. Send the body as it is, without "Content-Encoding: ${encoding}".`;
    return { errorResponse: gatewayError(415, message, { 'Accept-Encoding': 'identity' }) };
  }
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    const message = `Unsupported media type. Send the body as "Content-Type: application/json", not ${type === undefined ? 'without one' : `"${type}"`}.`;
    return { errorResponse: gatewayError(415, message) };
  }
  const charset = charsetOf(type ?? '');
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) {
    const message = `Unsupported charset. Send the body in UTF-8, without "charset=${charset}".`;
    return { errorResponse: gatewayError(415, message) };
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { errorResponse: serviceError(codeOfKind.request, 'The body is not valid UTF-8; encode it so.') };
  }
  const excess = excessOf(text);
  if (excess !== undefined) {
    return { errorResponse: serviceError(codeOfKind.request, `The body has more than ${excess}; send fewer.`) };
  }
  try {
    return { body: JSON.parse(text) };
  } catch (error) {
    // The reader quotes what is around the place, which may be a password, and what is refused is in the log.
    const reason = (error instanceof Error ? error.message : String(error)).replace(/, (?:\.\.\.)?".*/s, '');
    return { errorResponse: serviceError(codeOfKind.request, `The body is not valid JSON: ${reason}.`) };
  }
}

/** Reads a JSON body, up to so many bytes, or as many as the service takes. */
export async function readBody(request: ReceivedRequest, limit?: number): Promise<ReadBody> {
  const read = await request.bytes(limit);
  return 'errorResponse' in read ? read : parseBody(read.bytes, request.headers);
}

/** The charset that a media type names; UTF-8 when it names none. */
function charsetOf(type: string): string {
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/i.exec(type) ?? [];
  return quoted ?? plain ?? 'utf-8';
}

/**
 * What a JSON text has too much of, if anything. Lists and objects too deep inside each other would exhaust the stack of the
 * validator, and what it gives up on passes as valid; too many values would exhaust the memory.
 */
function excessOf(text: string): string | undefined {
  let depth = 0;
  let values = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') values += 1;
    else if (character === '[' || character === '{') {
      depth += 1;
      values += 1;
    } else if (character === ']' || character === '}') depth -= 1;
    if (depth > depthLimit) return `${depthLimit} levels of lists and objects`;
    if (values > valueLimit) return `${valueLimit} values`;
  }
  return undefined;
}
