import type { EndpointService } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import { serviceLook } from './look.js';
import { notFoundYet } from './not-found.js';
import { judgeReached } from './reached.js';
import { wait, type WaitOptions } from './wait.js';

/**
 * Waits until an endpoint service is `available`, and returns it. The service needs 1 to 2 minutes after
 * `createEndpointService`. That it is not found counts as `creating` for the first 30 seconds, unless it was seen.
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
  client: OperationCalls<'listServiceDetails'>,
  id: string,
  options: WaitOptions<EndpointService> = {},
): Promise<EndpointService> {
  return wait(
    {
      operation: 'waitForEndpointService',
      id,
      look: serviceLook(client, id),
      judge: (service, past) => (service === null ? notFoundYet(past) : judgeReached(service, 'available')),
    },
    options,
  );
}
