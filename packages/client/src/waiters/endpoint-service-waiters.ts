import type { EndpointService } from '@vpcep/types';
import * as finalStates from '../generated/final-states.js';
import { judgeGone, judgeReached, notFoundYet } from './judge.js';
import { pollService } from './poll.js';
import { wait } from './wait.js';
import type { WaitOptions, WaitingClient } from './wait-options.js';

/**
 * Waits until an endpoint service is `available`, and returns it: after `createEndpointService`, or after
 * `updateEndpointService`, which it may be `creating` for a while after. That it is not found counts as `creating` for the first 30 seconds, unless it was seen.
 *
 * @param id ID of the endpoint service.
 * @throws VpcepWaiterError when the service is `failed` (`reasons` says why), `deleting` or not found.
 * @throws VpcepTimeoutError when the time is over; the message says which states were seen how often.
 * @throws VpcepAbortError when `signal` is aborted.
 * @throws VpcepValidationError when an argument or option breaks its rule.
 * @throws VpcepError what else the calls throw. After a first answer, failures that pass do not end the wait: no answer,
 * status 408, 429 or 5xx.
 */
export function waitForEndpointService(
  client: WaitingClient<'listServiceDetails'>,
  id: string,
  options: WaitOptions<EndpointService> = {},
): Promise<EndpointService> {
  return wait(
    {
      operation: 'waitForEndpointService',
      id,
      waiting: client.waiting,
      poll: pollService(client, id),
      judge: (service, past) =>
        service === null ? notFoundYet(past) : judgeReached(service, finalStates.EndpointServiceStatus, 'available'),
    },
    options,
  );
}

/**
 * Waits until a deleted endpoint service is gone: the API answers 404. The first polls after `deleteEndpointService` may
 * still find the service as it was.
 *
 * @param id ID of the endpoint service.
 * @throws VpcepWaiterError when the service becomes `failed` while it is being deleted.
 * @throws VpcepTimeoutError when the time is over; the message says which states were seen how often.
 * @throws VpcepAbortError when `signal` is aborted.
 * @throws VpcepValidationError when an argument or option breaks its rule.
 * @throws VpcepError what else the calls throw. After a first answer, failures that pass do not end the wait: no answer,
 * status 408, 429 or 5xx.
 */
export function waitForEndpointServiceGone(
  client: WaitingClient<'listServiceDetails'>,
  id: string,
  options: WaitOptions<EndpointService> = {},
): Promise<void> {
  return wait(
    {
      operation: 'waitForEndpointServiceGone',
      id,
      waiting: client.waiting,
      poll: pollService(client, id),
      judge: judgeGone,
    },
    options,
  );
}
