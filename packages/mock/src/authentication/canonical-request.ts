import { bytesOf, textOfUtf8, unescape, utf8 } from '../platform/bytes.js';
import { hmacSha256, sha256 } from '../platform/platform.js';

/** A request as it arrived, before anything was decoded. */
export interface Received {
  readonly method: string;
  /** Path and query, as the request line has them. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names as they were sent, by their names in lower case. */
  readonly headerNames: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The parts of a canonical request, in their order. */
export const parts = ['method', 'path', 'query', 'headers', 'signedHeaders', 'payloadHash'] as const;

/** A canonical request: what a signature is computed from. */
export type CanonicalRequest = Readonly<Record<(typeof parts)[number], string>>;

/** The value of `X-Sdk-Content-Sha256` by which a client says that it did not sign the body. */
export const unsignedPayload = 'UNSIGNED-PAYLOAD';

/** Splits what the request line has into path and query. */
export function splitTarget(target: string): { path: string; query: string } {
  const relative = target.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  const at = relative.indexOf('?');
  return at < 0 ? { path: relative, query: '' } : { path: relative.slice(0, at), query: relative.slice(at + 1) };
}

/** Escapes all but the unreserved characters of RFC 3986. */
export function escape(text: string): string {
  return Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** The parameters of a query, decoded, in the order of the canonical query. */
export function parametersOf(query: string): [name: string, value: string][] {
  const decode = (text: string) => unescape(text.replaceAll('+', ' '));
  return query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter): [string, string] => {
      const at = parameter.indexOf('=');
      return at < 0 ? [decode(parameter), ''] : [decode(parameter.slice(0, at)), decode(parameter.slice(at + 1))];
    })
    .sort(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue));
}

const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** A header's value as text: it is sent as bytes, which programs show as if each were a character. */
const valueOf = (request: Received, name: string) => textOfUtf8(bytesOf(request.headers[name] ?? '')).trim();

/** The headers of a canonical request, by the names that are written. */
export const headerLines = (request: Received, names: readonly string[]): string =>
  names.map((name) => `${name}:${valueOf(request, name.toLowerCase())}\n`).join('');

/** What has to be signed of a request. */
export function canonicalRequest(request: Received, signedHeaders: readonly string[]): CanonicalRequest {
  const { path, query } = splitTarget(request.target);
  const names = signedHeaders.map((name) => name.toLowerCase()).sort();
  const escaped = unescape(path).split('/').map(escape).join('/');
  return {
    method: request.method,
    path: escaped.endsWith('/') ? escaped : `${escaped}/`,
    query: parametersOf(query)
      .map(([name, value]) => `${escape(name)}=${escape(value)}`)
      .join('&'),
    headers: headerLines(request, names),
    signedHeaders: names.join(';'),
    payloadHash: request.headers['x-sdk-content-sha256'] === unsignedPayload ? unsignedPayload : sha256(request.body),
  };
}

/** A canonical request as one text. */
export const textOf = (canonical: CanonicalRequest): string => parts.map((part) => canonical[part]).join('\n');

/** The text that is signed for a canonical request. */
export const stringToSign = (canonical: CanonicalRequest, sdkDate: string): string =>
  `SDK-HMAC-SHA256\n${sdkDate}\n${sha256(textOf(canonical))}`;

/** The signature of a text. */
export const signatureOf = (toSign: string, secret: string): string => hmacSha256(secret, toSign);
