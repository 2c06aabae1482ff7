import type { Language } from '../site/languages.js';
import { absoluteAddress } from '../site/site-address.js';

/** The file beside each page that says the same in Markdown. */
export const markdownFile = 'index.md';

/**
 * Where a page is as Markdown: `…/errors/index.md#EndPoint.3044` for `errors/#EndPoint.3044`. The address is whole, because
 * readers take the text elsewhere.
 */
export function markdownAddress(language: Language, address: string): string {
  const url = new URL(absoluteAddress(language, address));
  if (url.pathname.endsWith('/')) url.pathname += markdownFile;
  return url.href;
}
