import type { Endpoint } from '@vpcep/types';
import * as finalStates from '../generated/final-states.js';
import { judgeGone, judgeReached, notFoundYet } from './judge.js';
import { pollEndpoint } from './poll.js';
import { wait } from './wait.js';
import type { ConnectionWaitOptions, WaitOptions, WaitingClient } from './wait-options.js';

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
  client: WaitingClient<'listEndpointInfoDetails'>,
  id: string,
  options: ConnectionWaitOptions<Endpoint> = {},
): Promise<Endpoint> {
  return wait(
    {
      operation: 'waitForEndpoint',
      id,
      waiting: client.waiting,
      poll: pollEndpoint(client, id),
      judge: (endpoint, past) =>
        endpoint === null
          ? notFoundYet(past)
          : judgeReached(endpoint, finalStates.ConnectionStatus, 'accepted', options.until ?? 'accepted'),
    },
    options,
  );
}

/**
 * Waits until a deleted endpoint is gone: the API answers 404. The first polls after `deleteEndpoint` may still find the
 * endpoint as it was.
 *
 * @param id ID of the endpoint.
 * @throws VpcepWaiterError when the endpoint becomes `failed` while it is being deleted.
 * @throws VpcepTimeoutError when the time is over; the message says which states were seen how often.
 * @throws VpcepAbortError when `signal` is aborted.
 * @throws VpcepValidationError when an argument or option breaks its rule.
 * @throws VpcepError what else the calls throw. After a first answer, failures that pass do not end the wait: no answer,
 * status 408, 429 or 5xx.
 */
export function waitForEndpointGone(
  client: WaitingClient<'listEndpointInfoDetails'>,
  id: string,
  options: WaitOptions<Endpoint> = {},
): Promise<void> {
  return wait(
    {
      operation: 'waitForEndpointGone',
      id,
      waiting: client.waiting,
      poll: pollEndpoint(client, id),
      judge: judgeGone,
    },
    options,
  );
}
