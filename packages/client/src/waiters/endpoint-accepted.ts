import type { Endpoint } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import type { ConnectionWaitOptions } from './connection-wait-options.js';
import { endpointLook } from './look.js';
import { notFoundYet } from './not-found.js';
import { judgeReached } from './reached.js';
import { wait } from './wait.js';

/**
 * Waits until an endpoint is `accepted`, or `pendingAcceptance` if asked, and returns it. That it is not found counts as
 * `creating` for the first 30 seconds, unless it was seen.
 *
 * @param id ID of the endpoint.
 * @throws VpcepWaiterError when the endpoint is `failed` (`reasons` says why), `rejected`, `deleting` or not found.
 * @throws VpcepTimeoutError when the time is over; the message says which states were seen how often.
 * @throws VpcepAbortError when `signal` is aborted.
 * @throws VpcepValidationError when an argument or option breaks its rule.
 * @throws VpcepError what else the calls throw. After a first answer, failures that pass do not end the wait: no answer,
 * status 408, 429 or 5xx.
 */
export function waitForEndpoint(
  client: OperationCalls<'listEndpointInfoDetails'>,
  id: string,
  options: ConnectionWaitOptions<Endpoint> = {},
): Promise<Endpoint> {
  return wait(
    {
      operation: 'waitForEndpoint',
      id,
      look: endpointLook(client, id),
      judge: (endpoint, past) =>
        endpoint === null ? notFoundYet(past) : judgeReached(endpoint, 'accepted', options.until ?? 'accepted'),
    },
    options,
  );
}
