import { VpcepValidationError } from '../errors/vpcep-error.js';
import { pageUrl } from './page.js';
import { regionBaseUrl, type Region } from './regions.js';

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target = { region: Region; baseUrl?: string } | { region?: Region; baseUrl: string };

/** @throws VpcepValidationError when the region is unknown, or the URL breaks its rule. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  return baseUrl === undefined ? regionBaseUrl(region) : checkedUrl('baseUrl', baseUrl);
}

/**
 * A base URL without the slashes at its end. In browsers it may be a path, such as `/api`, on the host of the page.
 *
 * @throws VpcepValidationError, which does not repeat the value, when it is no http or https URL, or holds what would be
 * lost or go to other places with each request: a query, a fragment, credentials, white space.
 */
export function checkedUrl(field: string, url: unknown): string {
  try {
    const { href, origin, pathname } = new URL(url as string, pageUrl());
    if (/^(https?:\/)?\/[^\s\p{Cc}]*$/iu.test(url as string) && href === origin + pathname)
      return href.replace(/\/+$/, '');
  } catch {
    // Said below.
  }
  throw new VpcepValidationError(
    field,
    'must be a URL with https:// or http://, in web pages also a path, without query, fragment, credentials and blanks',
  );
}
