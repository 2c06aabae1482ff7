import type { HarPair } from './har.js';

/** What stands in the place of a secret. */
export const leftOut = '[secret]';

/** Headers, and members of queries and bodies, whose values are secrets: tokens, signatures, cookies, passwords. */
const secretName =
  /authorization|cookie|credential|pass(?:phrase|wd|word)|private_?key|secret|signature|token|api-?key/i;

/** Members of JSON texts: the name with its colon, and a value that is a text. */
const textMember = /("((?:[^"\\]|\\.)*)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** Shorter ones would be found everywhere, and are the made-up ones of tests. */
const shortestSecret = 8;

/** Takes the secrets of one request and its answer out of whatever is recorded of them. */
export interface SecretFilter {
  /** A text in which a secret may be repeated. */
  text: (text: string) => string;
  /** A body; in JSON, also members that are secrets by their names. */
  body: (text: string) => string;
  /** Headers, by their names as well. */
  headers: (headers: Headers) => HarPair[];
  /** A URL; in its query, also parameters that are secrets by their names. */
  url: (url: string) => URL;
}

/** @param given The headers that were sent and received: what is secret in them is taken out wherever it is repeated. */
export function secretFilter(...given: Headers[]): SecretFilter {
  const secrets = given
    .flatMap((headers) => [...headers])
    .flatMap(([name, value]) => (secretName.test(name) ? partsOf(value) : []))
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    // A longer one may contain a shorter one.
    .sort((one, other) => other.length - one.length);
  const text = (from: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, leftOut), from);
  const ownValue = (name: string, value: string) => (secretName.test(name) ? leftOut : text(value));
  return {
    text,
    body: (from) =>
      text(from).replaceAll(textMember, (member, name: string, key: string) =>
        secretName.test(key) ? `${name}"${leftOut}"` : member,
      ),
    headers: (headers) => [...headers].map(([name, value]) => ({ name, value: ownValue(name, value) })),
    url(from) {
      const url = new URL(text(from));
      for (const name of new Set(url.searchParams.keys())) {
        if (secretName.test(name)) url.searchParams.set(name, leftOut);
      }
      return url;
    },
  };
}

/** The whole value, and what of it is secret by itself: the token after its scheme, the key ID and the signature. */
const partsOf = (value: string): string[] => [
  value,
  ...[...value.matchAll(/(?:^\w+ |\b(?:Access|Signature)=)([^\s,=]+)/g)].flatMap(([, part]) => part ?? []),
];
