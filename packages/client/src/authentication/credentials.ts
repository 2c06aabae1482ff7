import { VpcepError, VpcepValidationError } from '../errors/vpcep-error.js';
import type { AccessKey } from './sign.js';

/** A token of Identity and Access Management (IAM) that is scoped to the client's project; valid for 24 hours. */
export interface TokenCredentials extends Expiring {
  /** The token itself, which requests carry in `X-Auth-Token`. */
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
/** After which time the function is asked anew, for it may never return. */
const patienceMs = 60_000;

/** Credentials as they were given. Values from outside are not always what the types promise. */
export type GivenCredentials = Partial<TokenCredentials & AccessKeyCredentials>;

/**
 * @param check Copies what is used of credentials, so that what was checked is what is used.
 * @throws VpcepValidationError when credentials that no function returns break a rule.
 */
export function createCredentialSource(
  credentials: Credentials,
  check: (given: GivenCredentials) => AnyCredentials,
): CredentialSource {
  let kept: AnyCredentials | undefined;
  let keptUntil = 0;
  let pending: Promise<AnyCredentials> | undefined;
  let askedAt = 0;

  const keep = (given: GivenCredentials | null | undefined) => {
    keptUntil = expiryOf(given ?? {}) - renewBeforeMs;
    return (kept = check(given ?? {}));
  };
  if (typeof credentials !== 'function') {
    const fixed = Promise.resolve(keep(credentials));
    return { get: () => fixed, invalidate: () => false };
  }

  async function renew(provider: () => AnyCredentials | Promise<AnyCredentials>): Promise<AnyCredentials> {
    try {
      return keep(await provider());
    } catch (error) {
      if (error instanceof VpcepError) throw error;
      throw new VpcepError('credentials: the function that returns them failed', { cause: error });
    }
  }

  return {
    async get() {
      const now = Date.now();
      if (kept && keptUntil > now) return kept;
      if (!pending || now > askedAt + patienceMs) {
        askedAt = now;
        const asked = renew(credentials).finally(() => {
          if (pending === asked) pending = undefined;
        });
        pending = asked;
      }
      return pending;
    },
    invalidate(refused) {
      // Others may have been refused the same, and have renewed it meanwhile.
      if (kept === refused) kept = undefined;
      return true;
    },
  };
}

/** Until when the service accepts the credentials, by `Date.now()`; 0 when they do not say. */
function expiryOf({ expiresAt }: GivenCredentials): number {
  if (expiresAt === undefined) return 0;
  // Of a Date the text has no fractions of seconds, which does not matter here.
  const text = String(expiresAt);
  const time = expiresAt instanceof Date || /(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : 0;
  if (time) return time;
  throw new VpcepValidationError('credentials.expiresAt', 'must be a Date, or a string such as 2026-01-31T12:00:00Z');
}
