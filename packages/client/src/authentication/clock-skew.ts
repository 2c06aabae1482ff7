import { ofService } from '../generated/code-of-kind.js';
import type { AuthenticationErrorResponse } from './authenticator.js';

/**
 * How far the service's clock is ahead of ours, in milliseconds, by what the refusal of an expired signature says; undefined
 * when it does not say, or is about something else.
 *
 * The gateway refuses requests whose `X-Sdk-Date` is more than 15 minutes off. Its messages then hold "signature expired",
 * as in "Incorrect IAM authentication information: calc ak sk signature fail:signature expired" of APIGW.0301, or "…:
 * signature expired, signature time:20230527T000431Z,server time:20230527T020608Z" of APIGW.0303; the same codes with other
 * messages mean other faults (https://support.huaweicloud.com/intl/en-us/devg-apisign/). The time is that of the message,
 * or else of the answer's `Date` header, which browsers show to scripts only where the service says so.
 */
export function clockOffset({ status, code = '', message, response }: AuthenticationErrorResponse): number | undefined {
  if (status !== 401 || ofService.test(code) || !/signature expired|server time/i.test(message)) return undefined;
  const [, ...parts] = /server time:\s*(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)/.exec(message) ?? [];
  const [year, month, hour, minute, second] = parts;
  const said = parts.length ? `${year}-${month}-${hour}:${minute}:${second}` : (response.headers.get('Date') ?? '');
  const offsetMs = Date.parse(said) - Date.now();
  return Number.isNaN(offsetMs) ? undefined : offsetMs;
}
