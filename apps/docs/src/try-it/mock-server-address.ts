/** Where a request may go, or why it may not. */
export type MockServerAddress = { address: string } | { refusal: 'malformed' | 'cloud' | 'elsewhere' };

const cloud = /(^|\.)(my)?huaweicloud\.[a-z.]+$/;
const thisMachine = ['127.0.0.1', 'localhost'];

/**
 * Reads the address of a mock as a reader types it. The pages' Content-Security-Policy allows a mock on the reader's
 * machine, and one at the origin of the pages; this says so before the browser refuses without a word.
 *
 * @param ownOrigin where the page itself is from.
 */
export function readMockServerAddress(text: string, ownOrigin: string): MockServerAddress {
  const typed = text.trim();
  const whole = typed.includes('://') ? typed : `http://${typed}`;
  if (!URL.canParse(whole)) return { refusal: 'malformed' };
  const { protocol, origin, hostname, pathname, search, hash, username, password } = new URL(whole);
  const more = search + hash + username + password;
  if (!['http:', 'https:'].includes(protocol) || more !== '') return { refusal: 'malformed' };
  if (origin !== ownOrigin) {
    if (cloud.test(hostname)) return { refusal: 'cloud' };
    if (!thisMachine.includes(hostname)) return { refusal: 'elsewhere' };
  }
  return { address: origin + pathname.replace(/\/+$/, '') };
}
