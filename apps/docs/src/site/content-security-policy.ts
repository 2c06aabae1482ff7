import { createHash } from 'node:crypto';

/** What is in the page itself, rather than in a file, and may nevertheless run or apply: exactly this. */
export interface InlineParts {
  scripts?: string[];
  styles?: string[];
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The Content-Security-Policy of a page: nothing but the site's own files and the given parts. Requests may go to a mock
 * on the reader's machine, or at the origin of the pages, and nowhere else, whatever a reader types.
 *
 * @param files where scripts and styles may come from: `'self'`, or nothing for a page without files.
 */
export function contentSecurityPolicy({ scripts = [], styles = [] }: InlineParts, files: "'self'" | ''): string {
  const sources = (parts: string[]) => [files, ...parts.map(hashOf)].filter(Boolean).join(' ') || "'none'";
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    `img-src ${files} data:`.replace('  ', ' '),
    `connect-src ${files} http://127.0.0.1:* http://localhost:*`.replace('  ', ' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
