import { version as ownVersion } from '../generated/version.js';
import { checkKnown } from '../given/known-options.js';
import { visibleText } from '../given/visible-text.js';
import { pageUrl } from '../url/page.js';

/** A program that uses the client. All is visible ASCII characters, without blanks. */
export interface AppInfo {
  /** Its name. */
  name: string;
  /** Its version. */
  version?: string | undefined;
  /** Where there is more about it. */
  url?: string | undefined;
}

/**
 * The headers that say who sends a request, such as `User-Agent: vpcep-client/1.2.3 my-job/4.5 (https://my.example)`.
 * Pages have none: their browser says who it is, and asks the service beforehand about further headers.
 *
 * @throws VpcepValidationError when `appInfo` breaks its rule.
 */
export function userAgent(appInfo: AppInfo | undefined): Record<string, string> {
  let text = `vpcep-client/${ownVersion}`;
  if (appInfo !== undefined) {
    checkKnown(appInfo, { name: '', version: '', url: '' }, 'appInfo.');
    const { name, version, url } = appInfo;
    text += ` ${visibleText('appInfo.name', name)}`;
    if (version !== undefined) text += `/${visibleText('appInfo.version', version)}`;
    if (url !== undefined) text += ` (${visibleText('appInfo.url', url)})`;
  }
  return pageUrl() === undefined ? { 'user-agent': text } : {};
}
