/**
 * Headers of answers that are HTTP's, a browser's or a proxy's business, and say nothing of the API: those of RFC 9110 to
 * 9112, of cookies, of cross-origin requests, of the safety of pages and of tracing.
 */
const standard = new Set([
  'accept-ranges',
  'age',
  'allow',
  'alt-svc',
  'cache-control',
  'connection',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-range',
  'content-security-policy',
  'content-type',
  'date',
  'etag',
  'expires',
  'keep-alive',
  'last-modified',
  'link',
  'location',
  'permissions-policy',
  'pragma',
  'proxy-authenticate',
  'referrer-policy',
  'retry-after',
  'server',
  'server-timing',
  'set-cookie',
  'strict-transport-security',
  'timing-allow-origin',
  'traceparent',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'via',
  'warning',
  'www-authenticate',
  'x-content-type-options',
  'x-download-options',
  'x-frame-options',
  'x-xss-protection',
]);

/** Whether a header is no matter of the API's document. */
export const isStandardHeader = (name: string): boolean =>
  standard.has(name.toLowerCase()) || /^(?::|access-control-|cross-origin-|sec-)/i.test(name);
