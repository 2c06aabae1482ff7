import { checkedUrl } from './base-url.js';
import { regionBaseUrl } from './regions.js';

/**
 * Where Identity and Access Management (IAM) is reached: at `iamUrl`, or at the region's host.
 *
 * @throws VpcepValidationError when `iamUrl` breaks its rule, or none is given and the region is unknown.
 */
export function iamBaseUrl(region: string | undefined, iamUrl: string | undefined): string {
  return iamUrl === undefined ? regionBaseUrl(region).replace('//vpcep.', '//iam.') : checkedUrl('iamUrl', iamUrl);
}
