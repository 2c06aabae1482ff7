import type { Language } from '../site/languages.js';
import { absoluteAddress } from '../site/site-address.js';
import { textsOf } from '../site/texts.js';
import { xmlFile } from './xml.js';

/** Tells browsers how the site is searched, so that it can be chosen in their address bar. */
export function openSearch(language: Language): string {
  const { siteName, siteDescription } = textsOf[language];
  return xmlFile({
    OpenSearchDescription: {
      '@xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      // At most 16 and 1024 characters.
      ShortName: siteName.slice(0, 16),
      Description: siteDescription,
      Language: language,
      InputEncoding: 'UTF-8',
      Image: { '@type': 'image/svg+xml', '#text': absoluteAddress('en', 'assets/favicon.svg') },
      Url: {
        '@type': 'text/html',
        // A URL would write the braces in another way.
        '@template': `${absoluteAddress(language, '')}?q={searchTerms}`,
      },
    },
  });
}
