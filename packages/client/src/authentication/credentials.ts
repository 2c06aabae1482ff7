import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';
import type { AccessKey } from './sign.js';

/** A token of Identity and Access Management (IAM) that is scoped to the client's project; valid for 24 hours. */
export interface TokenCredentials extends Expiring {
  token: string;
}

/** An access key, permanent or temporary. Requests are signed with it. */
export interface AccessKeyCredentials extends AccessKey, Expiring {}

interface Expiring {
  /**
   * Until when the service accepts the credentials: a `Date`, or a text with its time zone such as
   * `2026-01-31T12:00:00Z`. It says how long what a function returned is kept; without a function it has no effect.
   */
  expiresAt?: Date | string | undefined;
}

/** A token, or an access key. */
export type AnyCredentials = TokenCredentials | AccessKeyCredentials;

/**
 * What authenticates the requests: credentials, or a function that returns them.
 *
 * A function is called when credentials are first needed. What it returned with `expiresAt` is kept until a minute
 * before that time, or until the service refuses it; without `expiresAt` the function is called before every request,
 * and keeps what it likes. Requests that wait at the same time share one call.
 */
export type Credentials = AnyCredentials | (() => AnyCredentials | Promise<AnyCredentials>);

/** Where the requests of a client get their credentials. */
export interface CredentialSource {
  /**
   * The credentials to use now.
   *
   * @throws VpcepValidationError when they break a rule; the message does not repeat them.
   * @throws VpcepError when the function that returns them fails; its error is the `cause`.
   */
  get(): Promise<AnyCredentials>;
  /**
   * To be called when the service refused what {@link get} returned. Tells whether the next `get` may return others.
   */
  invalidate(refused: AnyCredentials): boolean;
}

/** How long before they expire credentials are renewed: longer than a request is under way. */
const renewBeforeMs = 60_000;

/** @param now The time; the clock of the machine unless told otherwise. */
export function createCredentialSource(credentials: Credentials, now = () => new Date()): CredentialSource {
  let kept: AnyCredentials | undefined;
  if (typeof credentials !== 'function') {
    return {
      get: async () => Promise.resolve((kept ??= checked(credentials))),
      invalidate: () => false,
    };
  }
  let pending: Promise<AnyCredentials> | undefined;

  async function renew(provider: () => AnyCredentials | Promise<AnyCredentials>): Promise<AnyCredentials> {
    try {
      return (kept = checked(await provider()));
    } catch (error) {
      if (error instanceof VpcepError) throw error;
      throw new VpcepError('credentials: the function that returns them failed', { cause: error });
    }
  }

  return {
    async get() {
      if (kept?.expiresAt !== undefined && new Date(kept.expiresAt).getTime() - renewBeforeMs > now().getTime())
        return kept;
      return (pending ??= renew(credentials).finally(() => {
        pending = undefined;
      }));
    },
    invalidate(refused) {
      // Others may have been refused the same, and have renewed it meanwhile.
      if (kept === refused) kept = undefined;
      return true;
    },
  };
}

/** Values from outside are not always what the types promise. */
type Given = Partial<TokenCredentials & AccessKeyCredentials> | null | undefined;

/** A copy of the credentials, so that what was checked is what is used. */
function checked(given: Given): AnyCredentials {
  const { token, accessKeyId, secretAccessKey, securityToken, expiresAt } = given ?? {};
  if (expiresAt !== undefined && !isTime(expiresAt)) {
    throw new VpcepValidationError(
      'credentials.expiresAt',
      'must be a Date, or a text with its time zone such as 2026-01-31T12:00:00Z',
    );
  }
  if (token !== undefined) return { token: visible('token', token), expiresAt };
  if (accessKeyId === undefined && secretAccessKey === undefined) {
    throw new VpcepValidationError('credentials', 'must hold either token, or accessKeyId and secretAccessKey');
  }
  return {
    accessKeyId: visible('accessKeyId', accessKeyId),
    secretAccessKey: visible('secretAccessKey', secretAccessKey),
    securityToken: securityToken === undefined ? undefined : visible('securityToken', securityToken),
    expiresAt,
  };
}

function isTime(value: unknown): boolean {
  return value instanceof Date
    ? !Number.isNaN(value.getTime())
    : typeof value === 'string' && /(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

function visible(name: string, value: unknown): string {
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new VpcepValidationError(`credentials.${name}`, 'must be a non-empty string of visible ASCII characters');
  }
  return value;
}
