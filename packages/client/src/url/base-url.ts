import { VpcepValidationError } from '../errors/vpcep-error.js';
import { pageUrl } from './page.js';
import { regionBaseUrl, type Region } from './regions.js';

/** Editors complete the known ones. A variable of the environment is some text or undefined, and is checked at run time. */
type RegionOption = Region | (string & {}) | undefined;

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target =
  | {
      /** ID of the region whose host gets the requests. */
      region: RegionOption;
      /** URL of the host that gets the requests; it wins over the region's. */
      baseUrl?: string | undefined;
    }
  | {
      /** ID of the region, whose IAM is asked for the ID of the project where none is given. */
      region?: RegionOption;
      /** URL of the host that gets the requests. */
      baseUrl: string | undefined;
    };

/** @throws VpcepValidationError when the region is unknown, or the URL breaks its rule. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  return baseUrl === undefined ? regionBaseUrl(region) : checkedUrl('baseUrl', baseUrl);
}

/**
 * A base URL without the slashes at its end. In browsers it may be a path, such as `/api`, on the host of the page.
 *
 * @throws VpcepValidationError, which does not repeat the value, when it is no http or https URL, or holds what would be
 * lost or go to other places with each request: a query, a fragment, credentials, white space. Nor may a path lead to
 * another host, as one that begins with two slashes does, or with a backslash, which browsers read as one.
 */
export function checkedUrl(field: string, url: unknown): string {
  try {
    const { href, origin, pathname } = new URL(url as string, pageUrl());
    if (/^(https?:\/\/|\/(?!\/))[^\s\p{Cc}\\]*$/iu.test(url as string) && href === origin + pathname)
      return href.replace(/\/+$/, '');
  } catch {
    // Said below.
  }
  throw new VpcepValidationError(
    field,
    'must be a URL with https:// or http://, in web pages also a path, without query, fragment, credentials and blanks',
  );
}
