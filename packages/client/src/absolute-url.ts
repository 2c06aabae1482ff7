import { VpcepValidationError } from './errors/vpcep-validation-error.js';

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
