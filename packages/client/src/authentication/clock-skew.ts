import { ofService } from '../generated/code-of-kind.js';

/**
 * How far the service's clock is ahead of ours, in milliseconds, by the answer's `Date` header; undefined without a
 * readable one, as in browsers, which show it to scripts only where the service says so.
 *
 * @param now When the answer arrived, by our clock.
 */
export function clockOffset(response: Response, now: Date): number | undefined {
  const offsetMs = Date.parse(response.headers.get('Date') ?? '') - now.getTime();
  return Number.isNaN(offsetMs) ? undefined : offsetMs;
}

/**
 * Whether the gateway refused a request because its `X-Sdk-Date` is more than 15 minutes off. Its messages then hold
 * "signature expired", as in "Incorrect IAM authentication information: calc ak sk signature fail:signature expired"
 * of APIGW.0301, or "…: signature expired, signature time:20230527T000431Z,server time:20230527T020608Z" of APIGW.0303;
 * the same codes with other messages mean other faults (https://support.huaweicloud.com/intl/en-us/devg-apisign/).
 */
export function isExpiredDate(status: number, code: string | undefined, message: string): boolean {
  return status === 401 && code !== undefined && !ofService.test(code) && /signature expired/i.test(message);
}
