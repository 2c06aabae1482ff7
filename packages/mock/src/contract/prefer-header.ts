/**
 * Reads a header `Prefer` (RFC 7240): each preference by its name in lower case, the first of a name, as `true` when it has no
 * value. Parameters of preferences are none themselves.
 */
export function readPreferHeader(header: string): ReadonlyMap<string, string | true> {
  const preferences = new Map<string, string | true>();
  // What is in quotation marks may have commas and semicolons.
  for (const [text] of header.matchAll(/(?:[^,"]|"[^"]*"?)+/g)) {
    const [preference] = /^(?:[^;"]|"[^"]*"?)*/.exec(text) ?? [''];
    const at = preference.indexOf('=');
    const name = (at < 0 ? preference : preference.slice(0, at)).trim().toLowerCase();
    const value = at < 0 ? '' : preference.slice(at + 1).trim();
    if (!preferences.has(name)) preferences.set(name, value.replace(/^"(.*)"$/s, '$1') || true);
  }
  return preferences;
}
