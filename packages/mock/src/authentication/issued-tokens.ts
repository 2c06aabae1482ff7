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

/** How many are known: a client that gets one for each request does not fill the memory. */
const most = 100_000;

/** How many characters one has, which are those of base64 in URLs. */
const length = 64;

/** Where there may be some in a text. */
const candidates = new RegExp(`[\\w-]{${length},}`, 'g');

/** The tokens that were issued last. They are known until the mock is reset or stops. */
export interface IssuedTokens {
  issue(now: number): IssuedToken;
  /** When a token expires; undefined when it was not issued. */
  expiryOf(token: string): number | undefined;
  /** Takes them out of a text, in time proportional to its length, however many there are. */
  conceal(text: string): string;
  forget(): void;
}

export function createIssuedTokens(): IssuedTokens {
  const expiries = new Map<string, number>();

  /** Takes tokens out of characters that may be theirs. */
  function withoutTokens(text: string): string {
    let rest = '';
    for (let at = 0; at < text.length;) {
      const isToken = expiries.has(text.slice(at, at + length));
      rest += isToken ? '***' : text.charAt(at);
      at += isToken ? length : 1;
    }
    return rest;
  }

  return {
    issue(now) {
      const token = base64(random((length / 4) * 3))
        .replaceAll('+', '-')
        .replaceAll('/', '_');
      const issued = { token, issuedAt: now, expiresAt: now + validityMs };
      expiries.set(issued.token, issued.expiresAt);
      const [oldest] = expiries.keys();
      if (expiries.size > most && oldest !== undefined) expiries.delete(oldest);
      return issued;
    },
    expiryOf: (token) => expiries.get(token),
    conceal: (text) => (expiries.size === 0 ? text : text.replace(candidates, withoutTokens)),
    forget() {
      expiries.clear();
    },
  };
}
