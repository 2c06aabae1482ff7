import { MockStartError } from '../mock-start-error.js';
import { isDecodable } from '../request/target.js';

/** Where replicas of a mock meet. */
export interface SharedAddress {
  /** The URL of Redis, with user and password, if it has them. */
  readonly redis: string;
  /** What the mock is called there. */
  readonly name: string;
  /** The same for people: without user and password. */
  readonly shown: string;
}

const example = 'redis://127.0.0.1:6379/0?name=team';

/**
 * Reads what `shared` says. What may be secret in it is never shown.
 *
 * @throws MockStartError when it is no such URL.
 */
export function readSharedAddress(text: string): SharedAddress {
  const wrong = (what: string) => new MockStartError(`shared must be a URL such as ${example}: ${what}`);
  if (!URL.canParse(text)) throw wrong('it is none');
  const url = new URL(text);
  if (!/^rediss?:$/.test(url.protocol)) throw wrong(`its scheme must be redis or rediss, not ${url.protocol}`);
  if (url.hostname === '') throw wrong('name the host');
  if (!/^(?:\/\d{0,5})?$/.test(url.pathname)) throw wrong('its path must be the number of a database, such as /0');
  const name = url.searchParams.get('name') ?? '';
  if (!/^[\w.-]{1,64}$/.test(name)) {
    throw wrong('add ?name=, up to 64 letters, digits, dots, hyphens and underscores, by which all replicas go');
  }
  const other = [...url.searchParams.keys()].find((key) => key !== 'name');
  if (other !== undefined) throw wrong('it has no parameter but name');
  for (const part of [url.username, url.password]) {
    if (!isDecodable(part)) throw wrong('escape its user and password as in any URL, a % as %25');
  }
  const { protocol, host, pathname } = url;
  url.search = '';
  url.hash = '';
  return { redis: url.href, name, shown: `${protocol}//${host}${pathname}?name=${name}` };
}
