import { languages } from '../site/languages.js';
import { absoluteAddress, alternatesOf } from '../site/site-address.js';
import { xmlFile } from './xml.js';

/**
 * All pages for search engines, each with where it is in other languages. No dates: nobody keeps track of when a page has
 * changed.
 *
 * @param paths the addresses of the pages below the folder of a language, the same in all.
 */
export const siteMap = (paths: readonly string[]): string =>
  xmlFile({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: languages.flatMap((language) =>
        paths.map((path) => ({
          loc: absoluteAddress(language, path),
          'xhtml:link': alternatesOf(path).map(({ hreflang, href }) => ({
            '@rel': 'alternate',
            '@hreflang': hreflang,
            '@href': href,
          })),
        })),
      ),
    },
  });

/** Lets all programs read all pages, and names the list of them. Hosts serve it to them at the root of the host alone. */
export const robots = (): string => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('en', 'sitemap.xml')}\n`;
