import type { Scheme } from './authenticator.js';
import { clockOffset } from './clock-skew.js';
import { visibleText } from '../given/visible-text.js';
import { sign, type AccessKey } from './sign.js';
import { tokenScheme } from './token-scheme.js';

/**
 * Signs the requests of one client with an access key, by the service's clock as far as it is known, or authenticates
 * them with a token, whichever the credentials hold.
 */
export function accessKeySigning(): Scheme {
  let offsetMs = 0;
  return {
    check(given) {
      const { token, accessKeyId, secretAccessKey, securityToken } = given;
      if (token !== undefined || (accessKeyId ?? secretAccessKey) === undefined) return tokenScheme.check(given);
      const text = (name: keyof AccessKey) => visibleText(`credentials.${name}`, given[name]);
      return {
        accessKeyId: text('accessKeyId'),
        secretAccessKey: text('secretAccessKey'),
        securityToken: securityToken === undefined ? undefined : text('securityToken'),
      };
    },
    authenticate(request, credentials, projectId) {
      if ('token' in credentials) {
        tokenScheme.authenticate(request, credentials, projectId);
        return;
      }
      // Where an account has several projects, it tells the service whose resources the request is about. The caller's wins.
      if (projectId !== undefined) request.headers['x-project-id'] ??= projectId;
      sign(request, credentials, new Date(Date.now() + offsetMs));
    },
    correct(errorResponse) {
      const aheadMs = clockOffset(errorResponse);
      if (aheadMs === undefined) return undefined;
      offsetMs = aheadMs;
      return 'clock';
    },
  };
}
