import { hmacSha256, sha256 } from './sha256.js';

/** An access key of Identity and Access Management (IAM), permanent or temporary. */
export interface AccessKey {
  /** The access key ID (AK). */
  accessKeyId: string;
  /** The secret access key (SK). It signs, and is never sent. */
  secretAccessKey: string;
  /** What a temporary access key comes with, and is not valid without. */
  securityToken?: string | undefined;
}

/** A request that is to be authenticated. */
export interface UnsignedRequest {
  method: string;
  /** The whole URL, escaped as it will be sent. */
  url: string;
  /** By their names in lower case. Receives the headers that authenticate the request. */
  headers: Record<string, string>;
  body?: string | undefined;
}

const algorithm = 'SDK-HMAC-SHA256';

/** The headers that are signed where a request has them, in the order of their names. */
const signable = ['content-type', 'host', 'x-project-id', 'x-sdk-date', 'x-security-token'];

/**
 * Signs a request with SDK-HMAC-SHA256: sets `X-Sdk-Date`, `Authorization` and, with temporary keys,
 * `X-Security-Token`. All other headers that are signed, `Content-Type` and `X-Project-Id`, must be there before.
 *
 * @param date When the request is sent. The service refuses one that is 15 minutes or more off its own clock.
 */
export function sign(request: UnsignedRequest, key: AccessKey, date: Date): void {
  const { headers } = request;
  const sdkDate = date.toISOString().replace(/[-:]|\.\d+/g, '');
  headers['x-sdk-date'] = sdkDate;
  if (key.securityToken !== undefined) headers['x-security-token'] = key.securityToken;
  // fetch computes Host from the URL, and lets nobody set it.
  const signed = signable.filter((name) => name === 'host' || headers[name] !== undefined);
  const signature = signatureOf(canonicalRequest(request, signed), sdkDate, key.secretAccessKey);
  headers['authorization'] =
    `${algorithm} Access=${key.accessKeyId}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
}

/**
 * What is signed of a request: method, path, query, headers and the hash of the body, one way to write each.
 *
 * Path and query are decoded and encoded again, so that a URL is signed alike however it was escaped. As in Huawei's
 * signers for Go and Python, this is done before the path is split, so that a slash that is escaped (`%2F`) counts as a
 * slash. In queries `+` is a space, as it is for servers: Huawei's SDKs send a space as `%20` and a plus sign as `%2B`,
 * and sign both as such.
 *
 * @param signed The names of the headers to sign, in lower case and in order.
 */
export function canonicalRequest(
  { method, url, headers, body = '' }: UnsignedRequest,
  signed: readonly string[],
): string {
  const parsed = new URL(url);
  // Its parameters are asked for only where there are some: they are an object of their own.
  const { host, pathname, search } = parsed;
  let headerLines = '';
  for (const name of signed) headerLines += `${name}:${name === 'host' ? host : (headers[name] ?? '')}\n`;
  return `${method.toUpperCase()}
${canonicalPath(pathname)}
${search && canonicalQuery(parsed.searchParams)}
${headerLines}
${signed.join(';')}
${sha256(body)}`;
}

function canonicalPath(pathname: string): string {
  // Most paths need no escape, and are told from the others faster than they are escaped.
  const path = /[^\w\-.~/]/.test(pathname) ? decode(pathname).split('/').map(encode).join('/') : pathname;
  return path.endsWith('/') ? path : `${path}/`;
}

function canonicalQuery(parameters: URLSearchParams): string {
  return [...parameters]
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map((parameter) => parameter.map(encode).join('='))
    .join('&');
}

/** The signature, in hexadecimal, of a canonical request that was made at a time written like `20060102T150405Z`. */
export function signatureOf(canonical: string, sdkDate: string, secretAccessKey: string): string {
  const toSign = `${algorithm}\n${sdkDate}\n${sha256(canonical)}`;
  return hmacSha256(secretAccessKey, toSign);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that escapes nothing, or bytes that are not UTF-8: signed as they stand.
    return path;
  }
}

/** Escapes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
