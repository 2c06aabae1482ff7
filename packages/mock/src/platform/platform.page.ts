import { hexOf, utf8 } from './bytes.js';
import * as digests from './digests.js';
import type * as node from './platform.js';

export const md5: typeof node.md5 = (text) => hexOf(digests.md5(utf8(text)));

export const sha256: typeof node.sha256 = (data) => hexOf(digests.sha256(typeof data === 'string' ? utf8(data) : data));

export const hmacSha256: typeof node.hmacSha256 = (key, text) => hexOf(digests.hmacSha256(utf8(key), utf8(text)));

/** What a page without a secure context has as well, other than `crypto.randomUUID` and `crypto.subtle`. */
export const random: typeof node.random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const randomId: typeof node.randomId = () => hexOf(random(16));
