import { base64 } from '../platform/bytes.js';
import { random, sha256 } from '../platform/platform.js';

/** How long a token of IAM is valid: 24 hours. */
const validityMs = 24 * 3_600_000;

/** A token that the mock's IAM gives out, and what it is known by once that is done. */
export interface NewToken {
  readonly token: string;
  readonly digest: string;
}

/** When a token was issued and expires by the clock of the mock, in milliseconds since 1970 in UTC. */
export interface TokenTimes {
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** How many are known: a client that gets one for each request does not fill the memory. */
const most = 100_000;

/** How many characters one has, which are those of base64 in URLs. */
const length = 64;

/** Where there may be some in a text. */
const candidates = new RegExp(`[\\w-]{${length},}`, 'g');

/** The tokens that were issued last. They are known by their digests, until the mock is reset or stops. */
export interface IssuedTokens {
  /** Makes a token, which is not valid yet. */
  create(): NewToken;
  /** Has a token be valid from now on. */
  admit(digest: string, now: number): TokenTimes;
  /** When a token expires; undefined when it was not issued. */
  expiryOf(digest: string): number | undefined;
  /** All of them, with the times when they expire, the oldest first. */
  all(): [digest: string, expiresAt: number][];
  /** Knows these, instead of those that are known. */
  resume(tokens: readonly (readonly [digest: string, expiresAt: number])[]): void;
  /** Takes them out of a text, in time proportional to its length, however many there are. */
  conceal(text: string): string;
  forget(): void;
}

/** How many characters of a token its digest begins with, which tell at once that a text is none. */
const prefixLength = 4;

/** What a token is known by. Nobody finds the token by it. */
export const digestOf = (token: string): string => token.slice(0, prefixLength) + sha256(token);

export function createIssuedTokens(): IssuedTokens {
  const expiries = new Map<string, number>();
  const prefixes = new Set<string>();

  function know(digest: string, expiresAt: number): void {
    expiries.set(digest, expiresAt);
    prefixes.add(digest.slice(0, prefixLength));
    const [oldest] = expiries.keys();
    if (expiries.size > most && oldest !== undefined) expiries.delete(oldest);
  }
  function forget(): void {
    expiries.clear();
    prefixes.clear();
  }
  /** Takes tokens out of characters that may be theirs. */
  function withoutTokens(text: string): string {
    let rest = '';
    for (let at = 0; at < text.length;) {
      const isToken =
        prefixes.has(text.slice(at, at + prefixLength)) && expiries.has(digestOf(text.slice(at, at + length)));
      rest += isToken ? '***' : text.charAt(at);
      at += isToken ? length : 1;
    }
    return rest;
  }

  return {
    create() {
      const token = base64(random((length / 4) * 3))
        .replaceAll('+', '-')
        .replaceAll('/', '_');
      return { token, digest: digestOf(token) };
    },
    admit(digest, now) {
      const times = { issuedAt: now, expiresAt: now + validityMs };
      know(digest, times.expiresAt);
      return times;
    },
    expiryOf: (digest) => expiries.get(digest),
    all: () => [...expiries],
    resume(tokens) {
      forget();
      for (const [digest, expiresAt] of tokens) know(digest, expiresAt);
    },
    conceal: (text) => (expiries.size === 0 ? text : text.replace(candidates, withoutTokens)),
    forget,
  };
}
