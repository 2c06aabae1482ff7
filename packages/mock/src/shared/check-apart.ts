import { MockStartError } from '../mock-start-error.js';
import type { MockSettings } from '../options.js';

/**
 * Checks that a mock is not to be shared and something else besides, which shared ones are not.
 *
 * @throws MockStartError when it is.
 */
export function checkApart({ shared, persist, stateful, watch }: MockSettings): void {
  if (shared === undefined) return;
  const other = persist !== undefined ? 'persist' : !stateful ? 'stateful: false' : watch ? 'watch' : undefined;
  if (other === undefined) return;
  throw new MockStartError(`shared keeps in Redis what all replicas remember; leave out one of shared and ${other}`);
}
