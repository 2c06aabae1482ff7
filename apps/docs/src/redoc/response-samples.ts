/**
 * Whether the body of a response is shown as a sample. What a gateway or a proxy on the way answers looks the same for
 * every call, and its tabs would take more room than the samples: the list of responses still has them.
 */
export function hasSampleOfItsOwn(code: string): boolean {
  return code.startsWith('2') || ['400', '401', '403', '404', '409'].includes(code);
}
