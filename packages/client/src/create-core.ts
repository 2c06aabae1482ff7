import { createAuthenticator, type Scheme } from './authentication/authenticator.js';
import type { Credentials, TokenCredentials } from './authentication/credentials.js';
import { tokenScheme } from './authentication/token-scheme.js';
import { tryOnce } from './call/attempt.js';
import { explainBriefly } from './call/explain-briefly.js';
import { createTransport, type CommonOptions } from './call/transport.js';
import { createMethods } from './create-methods.js';
import type { OperationMethods } from './generated/operation-methods.js';
import { unreadable } from './given/unreadable.js';
import { visibleText } from './given/visible-text.js';
import { checkedUrl } from './url/base-url.js';

/** Options of {@link createVpcepCore}. */
export type VpcepCoreOptions = CommonOptions & {
  /** Where requests go, such as `regionBaseUrls['cn-north-4']`. */
  baseUrl: string;
  /** ID of the project whose resources the calls are about. A call may name another in `path.project_id`. */
  projectId: string;
} & (
    | {
        /** A token, or a function that returns one. */
        credentials: TokenCredentials | (() => TokenCredentials | Promise<TokenCredentials>);
        /** Signs the requests with access keys; tokens need none. */
        signing?: undefined;
      }
    | {
        /** A token, an access key, or a function that returns either. */
        credentials: Credentials;
        /**
         * Signs the requests with access keys: {@link accessKeySigning}, made anew for each client.
         *
         * @default tokens alone
         */
        signing: Scheme;
      }
  );

/**
 * Creates the smallest client: the methods, with retries, timeouts and errors, authenticated by tokens. What more is
 * needed is put in: signing as an option, waiters and paging as functions of their own, which take this client too.
 *
 * @throws VpcepValidationError when an option is missing or breaks its rule.
 */
export function createVpcepCore(options: VpcepCoreOptions): OperationMethods {
  try {
    const { baseUrl, credentials, signing = tokenScheme } = options;
    const projectId = visibleText('projectId', options.projectId);
    const transport = createTransport(options, createAuthenticator(credentials, signing), explainBriefly, tryOnce);
    return createMethods(transport, checkedUrl('baseUrl', baseUrl), options, () => projectId);
  } catch (error) {
    throw unreadable('options', error);
  }
}
