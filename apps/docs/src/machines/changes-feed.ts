import { createRequire } from 'node:module';
import { changelogEntries } from '../changelog/changelog.js';
import type { Language } from '../site/languages.js';
import { renderSentences } from '../site/markdown.js';
import { absoluteAddress } from '../site/site-address.js';
import { textsOf } from '../site/texts.js';
import { machineTextsOf } from './machine-texts.js';
import { xmlFile } from './xml.js';

const { author } = createRequire(import.meta.url)('@vpcep/openapi/package.json') as { author: string };

/** The versions of the document as a feed (Atom), each with the day of its release. */
export function changesFeed(language: Language): string {
  const { siteName } = textsOf[language];
  const page = absoluteAddress(language, 'changelog/');
  const entries = changelogEntries(language);
  const instant = (date = '') => `${date}T00:00:00Z`;
  return xmlFile({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': language,
      id: page,
      title: machineTextsOf[language].feedTitle(siteName),
      updated: instant(entries[0]?.date),
      author: { name: author },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': `${page}feed.xml` },
        { '@rel': 'alternate', '@type': 'text/html', '@href': page },
      ],
      entry: entries.map(({ version, date, text }) => ({
        id: `${page}#v${version}`,
        title: `${siteName} ${version}`,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': `${page}#v${version}` },
        updated: instant(date),
        content: { '@type': 'html', '#text': renderSentences(text) },
      })),
    },
  });
}
