import { languages, type Language } from './languages.js';
import { absoluteAddress, alternatesOf } from './site-address.js';
import { textsOf } from './texts.js';

/** The names of the languages where pages are shared. */
const locales: Readonly<Record<Language, string>> = { en: 'en_GB', 'zh-CN': 'zh_CN' };

/** The picture that is shown where a link to a page is: `npm run screenshot` makes it. */
export const cardPicture = (language: Language): string => `card.${language}.png`;
export const cardSize = { width: 1200, height: 630 };

/** What search engines, other programs and whoever shows a link to a page are told of it. */
export function HeadForMachines(props: {
  language: Language;
  path: string;
  title: string;
  description: string;
  /** Where the pages of the language begin, seen from the page. */
  start: string;
}) {
  const { language, path, title, description, start } = props;
  const { siteName, changelogFeed } = textsOf[language];
  const address = absoluteAddress(language, path);
  const properties: [property: string, content: string][] = [
    ['og:type', 'website'],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address],
    ['og:locale', locales[language]],
    ...languages
      .filter((other) => other !== language)
      .map((other): [string, string] => ['og:locale:alternate', locales[other]]),
    ['og:image', absoluteAddress('en', `assets/${cardPicture(language)}`)],
    ['og:image:width', String(cardSize.width)],
    ['og:image:height', String(cardSize.height)],
    ['og:image:alt', siteName],
  ];
  return (
    <>
      <link rel="canonical" href={address} />
      {alternatesOf(path).map(({ hreflang, href }) => (
        <link key={hreflang} rel="alternate" hrefLang={hreflang} href={href} />
      ))}
      <link rel="alternate" type="text/markdown" href="index.md" />
      <link rel="alternate" type="application/atom+xml" title={changelogFeed} href={`${start}changelog/feed.xml`} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={siteName}
        href={`${start}opensearch.xml`}
      />
      {properties.map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
