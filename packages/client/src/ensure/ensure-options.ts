import type { Endpoint, EndpointService } from '@vpcep/types';
import type { WaitOptions } from '../waiters/wait-options.js';
import type { Change } from './change.js';

/**
 * Options of {@link ensureEndpointService} and {@link ensureEndpoint}. `timeout`, `minDelay`, `maxDelay` and `onProgress` are
 * those of each single wait; `signal` ends all.
 */
export interface EnsureOptions<Resource extends EndpointService | Endpoint> extends WaitOptions<Resource> {
  /**
   * Only says what would be changed. Nothing but reads is sent, and nothing is waited for.
   *
   * @default false
   */
  dryRun?: boolean | undefined;
  /**
   * Is called for each change as soon as it is made; in a dry run never. It is awaited, and what it throws or rejects with ends
   * the run.
   */
  onChange?: ((change: Change) => unknown) | undefined;
}

/** The kinds of those options that waits do not have. */
export const ensureKinds = { dryRun: 'boolean', onChange: 'function' } as const;
