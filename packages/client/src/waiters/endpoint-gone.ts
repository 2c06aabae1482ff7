import type { Endpoint } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import { judgeGone } from './gone.js';
import { endpointLook } from './look.js';
import { wait, type WaitOptions } from './wait.js';

/**
 * Waits until a deleted endpoint is gone: the API answers 404. It takes 1 to 2 minutes after `deleteEndpoint`; the first
 * looks may still find the endpoint as it was.
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
  client: OperationCalls<'listEndpointInfoDetails'>,
  id: string,
  options: WaitOptions<Endpoint> = {},
): Promise<void> {
  return wait(
    {
      operation: 'waitForEndpointGone',
      id,
      look: endpointLook(client, id),
      judge: judgeGone,
    },
    options,
  );
}
