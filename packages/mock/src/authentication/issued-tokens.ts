import { base64 } from '../platform/bytes.js';
import { random } from '../platform/platform.js';

/** How long a token of IAM is valid: 24 hours. */
const validityMs = 24 * 3_600_000;

/** A token that the mock's IAM has issued, with its times by the clock of the mock, in milliseconds since 1970 in UTC. */
export interface IssuedToken {
  readonly token: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** The tokens that were issued. They are known until the mock is reset or stops. */
export interface IssuedTokens {
  issue(now: number): IssuedToken;
  /** When a token expires; undefined when it was not issued. */
  expiryOf(token: string): number | undefined;
  all(): Iterable<string>;
  forget(): void;
}

export function createIssuedTokens(): IssuedTokens {
  const expiries = new Map<string, number>();
  return {
    issue(now) {
      const token = base64(random(48)).replaceAll('+', '-').replaceAll('/', '_');
      const issued = { token, issuedAt: now, expiresAt: now + validityMs };
      expiries.set(issued.token, issued.expiresAt);
      return issued;
    },
    expiryOf: (token) => expiries.get(token),
    all: () => expiries.keys(),
    forget() {
      expiries.clear();
    },
  };
}
