import { createClock } from '../clock.js';
import { MockStartError } from '../mock-start-error.js';
import type { MockSettings } from '../options.js';
import { loadState, type MockState } from '../store/state.js';
import type { Store } from '../store/store.js';

/** What is kept of a mock. */
export interface KeptState {
  /** How it is kept. What was kept otherwise is not read. */
  readonly layout: 1;
  /** The time of the clock, and how far it was moved by hand, in milliseconds. */
  readonly clock: { readonly now: number; readonly moved: number };
  readonly state: Required<MockState>;
}

/**
 * Takes what lies in the browser's storage.
 *
 * @throws MockStartError when another version of the mock has kept that.
 */
export function readKept(found: unknown): KeptState {
  if (isKept(found)) return found;
  throw new MockStartError(
    'cannot go on with what is kept: another version of the mock has written it; choose another name for persist',
  );
}

/** What was kept otherwise may have any shape. */
const isKept = (found: unknown): found is KeptState =>
  typeof found === 'object' &&
  found !== null &&
  'layout' in found &&
  found.layout === (1 satisfies KeptState['layout']);

/** Makes a store of what is kept. Its clock is as far from the machine's as it was, and never before the time that it showed last. */
export function storeOf(
  { clock: { now, moved }, state }: KeptState,
  { clock: mode, seed, region, defaults }: MockSettings,
): Store {
  const clock = createClock(mode);
  clock.setTo(Math.max(clock.now() + moved, now));
  return loadState(structuredClone(state), { seed, region, clock }, defaults);
}
