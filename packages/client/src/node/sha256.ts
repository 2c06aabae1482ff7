import { createHmac, hash } from 'node:crypto';

/*
 * The same as ../authentication/sha256.ts, by the platform's OpenSSL, without leaving the thread. package.json's `imports`
 * say on which platforms it takes its place.
 */

/** The SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** The HMAC of a text's UTF-8 with SHA-256, in hexadecimal. */
export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
