import { http, type HttpHandler } from 'msw';
import { cloudHosts } from '../generated/cloud-hosts.js';
import { iamPaths } from '../iam/paths.js';

/** Options of {@link handlers}. */
export interface HandlerOptions {
  /**
   * The hosts that the mock stands for, with their ports if they have one, such as `127.0.0.1:4010`, by http and https; `*`
   * stands for any part of a name between dots. What they have no operation for is answered with status 404, as by the API.
   *
   * @default those of the API in all regions, such as `vpcep.*.myhuaweicloud.com`; and those of Identity and Access
   * Management (IAM) for `POST /v3/auth/tokens` and `GET /v3/projects` alone
   */
  hosts?: readonly string[];
}

/**
 * Makes handlers for [msw](https://mswjs.io) that have a mock answer what a program asks of the cloud. Requests to other hosts
 * are none of theirs: msw goes on to other handlers, and then does as its option `onUnhandledRequest` says.
 *
 * @throws TypeError when there is no mock, or a host is none.
 */
export function handlers(mock: { readonly fetch: typeof fetch }, { hosts }: HandlerOptions = {}): HttpHandler[] {
  if (typeof (Object(mock) as Partial<typeof mock>).fetch !== 'function') {
    throw new TypeError('handlers needs a mock that createMock has made; await it first if it persists');
  }
  const wrong = hosts?.find((host) => !isHost.test(host));
  if (wrong !== undefined) {
    throw new TypeError(
      `hosts must be hosts such as vpcep.*.example.com or 127.0.0.1:4010, not ${wrong}; leave out scheme and path`,
    );
  }
  const answer = async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await mock.fetch(request);
    } catch {
      // The connection was cut by a fault, or the program does not wait any longer: it is told so as by a network.
      return Response.error();
    }
  };
  const anyPath = '(/|$)';
  const pathOfIam = `(${Object.values(iamPaths).join('|')})$`;
  const handled: readonly (readonly [host: string, path: string])[] = [
    ...(hosts ?? cloudHosts.api).map((host) => [host, anyPath] as const),
    ...(hosts === undefined ? cloudHosts.iam : []).map((host) => [host, pathOfIam] as const),
  ];
  return handled.map(([host, path]) => http.all(new RegExp(`^https?://${patternOf(host)}${path}`), answer));
}

/** A name, an address or one of IPv6, which may have a port. */
const isHost = /^([\w*.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** A pattern for a host as URLs have it: in lower case, without the port that a scheme has anyway. Only `*` is no literal. */
const patternOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:(80|443)$/, '')
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^./:]+');
