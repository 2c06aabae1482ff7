import { createRequire } from 'node:module';
import type { Language } from './languages.js';

const {
  repository: { url: stated },
} = createRequire(import.meta.url)('@vpcep/openapi/package.json') as { repository: { url: string } };

/**
 * Reads where the repository is.
 *
 * @param chosen what whoever builds the site says; what the document's package says without.
 * @returns undefined where it has no address yet, but one that is reserved for examples.
 * @throws Error when it is no absolute address of http or https.
 */
export function readRepository(chosen: string = stated): string | undefined {
  const address = chosen.replace(/^git\+/, '');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `VPCEP_REPOSITORY_URL is the address of the repository, such as https://git.example/vpcep, and not "${chosen}"`,
    );
  }
  return url.hostname.endsWith('.example') ? undefined : url.href.replace(/(\.git)?\/?$/, '');
}

/** Where the repository is; undefined where nobody has said. */
export const repository = readRepository(process.env['VPCEP_REPOSITORY_URL']);

/** Where a file of the repository is changed. */
export const editAddress = (repositoryAddress: string, file: string): string =>
  `${repositoryAddress}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`;

/** Where something is said about a page of the site: the title names the page. */
export function reportAddress(
  repositoryAddress: string,
  { title, language, path }: { title: string; language: Language; path: string },
): string {
  const query = new URLSearchParams({ title: `${title} (${language}, /${path})` });
  return `${repositoryAddress}/issues/new?${query.toString()}`;
}
