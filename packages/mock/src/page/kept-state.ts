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
 * Makes a store of what is kept. Its clock is as far from the machine's as it was, and never before the time that it
 * showed last.
 *
 * @throws MockStartError when another version of the mock has kept that.
 */
export function storeOf(
  { layout, clock: { now, moved }, state }: Omit<KeptState, 'layout'> & { layout: number },
  { clock: mode, seed, region, defaults }: MockSettings,
): Store {
  if (layout !== 1) {
    throw new MockStartError(
      'cannot go on with what is kept: another version of the mock has written it; choose another name for persist',
    );
  }
  const clock = createClock(mode);
  clock.setTo(Math.max(clock.now() + moved, now));
  return loadState(structuredClone(state), { seed, region, clock }, defaults);
}
