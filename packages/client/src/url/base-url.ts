import { VpcepValidationError } from '../errors/vpcep-error.js';
import { regionBaseUrl, type Region } from './regions.js';

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target = { region: Region; baseUrl?: string } | { region?: Region; baseUrl: string };

/** @throws VpcepValidationError when the region is unknown, or the URL is not an absolute http or https URL. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  return baseUrl === undefined ? regionBaseUrl(region) : absoluteUrl(baseUrl);
}

/**
 * A base URL without the slashes at its end.
 *
 * @throws VpcepValidationError when it is not an absolute http or https URL.
 */
export function absoluteUrl(baseUrl: string): string {
  if (!/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')) {
    throw new VpcepValidationError('baseUrl', 'must be an absolute URL that starts with https:// or http://');
  }
  return baseUrl.replace(/\/+$/, '');
}
