import { createRequire } from 'node:module';
import { folderOf, languages, type Language } from './languages.js';

const { homepage } = createRequire(import.meta.url)('@vpcep/openapi/package.json') as { homepage: string };

/**
 * Reads where the site is published.
 *
 * @param chosen what whoever builds the site says; the homepage of the document's package without.
 * @throws Error when it is no absolute address of http or https.
 */
export function readSiteAddress(chosen: string = homepage): string {
  const url = URL.canParse(chosen) ? new URL(chosen) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `VPCEP_SITE_URL is the address of the site, such as https://docs.example/vpcep/, and not "${chosen}"`,
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new Error(`VPCEP_SITE_URL is the address of a folder, without "?" and "#", and not "${chosen}"`);
  }
  return url.href.replace(/\/?$/, '/');
}

/**
 * Where the site is published. Only what leaves the pages says it: what search engines, other programs and readers of
 * feeds are told. Links on the pages are relative.
 */
export const siteAddress = readSiteAddress(process.env['VPCEP_SITE_URL']);

/** The whole address of what the site has at an address below the folder of a language. */
export const absoluteAddress = (language: Language, address: string): string =>
  new URL(folderOf(language) + address, siteAddress).href;

/** Where a page is in each language, and for those who read none of them. */
export const alternatesOf = (path: string): { hreflang: string; href: string }[] => [
  ...languages.map((language) => ({ hreflang: language, href: absoluteAddress(language, path) })),
  { hreflang: 'x-default', href: absoluteAddress('en', path) },
];
