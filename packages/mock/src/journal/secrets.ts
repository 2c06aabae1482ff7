import { secretName } from '../authentication/secret-name.js';

const hidden = '***';

/** The headers of a request without credentials. */
export const shownHeaders = (
  headers: Readonly<Record<string, string>>,
  conceal: (text: string) => string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretName.test(name) ? hidden : conceal(withoutSecretsOfUrls(value)),
    ]),
  );

/**
 * The header Referer, for one, has the URL of a page, whose user information and query may be secret. Whatever a header
 * says, this takes time proportional to its length.
 */
const withoutSecretsOfUrls = (text: string): string =>
  text.replace(/\b(\w+:\/\/)[^\s/?#@]*@/g, `$1${hidden}@`).replace(/\S+/g, withoutQuery);

/** A word without what follows the path of a URL in it. */
function withoutQuery(word: string): string {
  const scheme = word.indexOf('://');
  if (scheme < 1) return word;
  const length = word.slice(scheme).search(/[?#]/);
  return length < 0 ? word : `${word.slice(0, scheme + length)}?${hidden}`;
}

/** A copy of a value without credentials: those of its members, and those one level below them, as `token.id` in IAM. */
export function concealedValue<T>(value: T, conceal: (text: string) => string): T {
  const copy = (one: unknown, name: string, outer: string): unknown => {
    if (Array.isArray(one)) return one.map((item) => copy(item, name, outer));
    if (typeof one === 'object' && one !== null) {
      return Object.fromEntries(
        Object.entries(one).map(([member, inner]) => [conceal(member), copy(inner, member, name)]),
      );
    }
    if (one !== null && [name, outer].some((called) => secretName.test(called))) return hidden;
    return typeof one === 'string' ? conceal(one) : one;
  };
  // A copy has the type of what it is a copy of.
  return copy(value, '', '') as T;
}
