/**
 * Writes the query of a URL. The document has no other values than texts and numbers; those that are undefined or null
 * are left out.
 */
export function serializeQuery(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map((parameter) => parameter.map((text) => encodeURIComponent(String(text))).join('='))
    .join('&');
}
