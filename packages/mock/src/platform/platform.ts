/*
 * What the mock takes from the machine that it runs on: here from Node, in a page from `platform.page.ts`, which the build
 * for pages puts in the place of this file. Both give the same results.
 */

import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';

/** MD5 of a text, in hexadecimal. */
export const md5 = (text: string): string => hash('md5', text);

/** SHA-256 of a text or of bytes, in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** HMAC with SHA-256 of a text, in hexadecimal. */
export const hmacSha256 = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Bytes that nobody can guess. */
export const random = (length: number): Uint8Array => randomBytes(length);

/** An ID that nobody else has: 32 hexadecimal digits. */
export const randomId = (): string => randomUUID().replaceAll('-', '');
