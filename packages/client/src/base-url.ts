import { VpcepValidationError } from './errors/vpcep-validation-error.js';
import { regionBaseUrls } from './generated/regions.js';

/** The ID of a region of Huawei Cloud that offers the service. */
export type Region = keyof typeof regionBaseUrls;

/** Where requests go: to the host of a region, or to `baseUrl`, which wins when both are given. */
export type Target = { region: Region; baseUrl?: string } | { region?: Region; baseUrl: string };

/** @throws VpcepValidationError when the region is unknown, or the URL is not an absolute http or https URL. */
export function resolveBaseUrl({ region, baseUrl }: Target): string {
  if (baseUrl !== undefined) {
    if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
      throw new VpcepValidationError('baseUrl', 'must be an absolute URL that starts with https:// or http://');
    }
    return baseUrl.replace(/\/+$/, '');
  }
  if (region === undefined || !Object.hasOwn(regionBaseUrls, region)) {
    const known = Object.keys(regionBaseUrls).join(', ');
    throw new VpcepValidationError('region', `must be one of ${known}; for any other host give baseUrl instead`);
  }
  return regionBaseUrls[region];
}
