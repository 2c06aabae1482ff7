import type { Connection, Endpoint } from '@vpcep/types';
import type { WaitOptions } from './wait.js';

/** Options of the waiters for connections. */
export interface ConnectionWaitOptions<Resource extends Endpoint | Connection> extends WaitOptions<Resource> {
  /**
   * What to wait for: `accepted`, or `pendingAcceptance`. The latter ends with `accepted` too, where a connection goes
   * that needs no approval, or has got it already; `status` of the result tells.
   *
   * @default 'accepted'
   */
  until?: 'accepted' | 'pendingAcceptance';
}
