import { createHash } from 'node:crypto';

/** What tells one document from another: the SHA-256 of the text of `openapi.json`, in hexadecimal. */
export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');
