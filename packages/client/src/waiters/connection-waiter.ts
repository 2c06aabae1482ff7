import type { Connection } from '@vpcep/types';
import * as finalStates from '../generated/final-states.js';
import { visibleText } from '../given/visible-text.js';
import { judgeReached } from './judge.js';
import { wait } from './wait.js';
import type { ConnectionWaitOptions, WaitingClient } from './wait-options.js';

/**
 * Waits, on the side of a service's owner, until the connection of an endpoint is `accepted`, or `pendingAcceptance` if
 * asked, and returns it. The endpoint may belong to another project, whose owner may create it at any time: a connection
 * that is not listed yet is waited for until the timeout.
 *
 * @param serviceId ID of the endpoint service.
 * @param endpointId ID of the endpoint; a connection has no other ID.
 * @throws VpcepWaiterError when the connection is `failed` (`reasons` says why), `rejected`, `deleting`, or no longer
 * listed.
 * @throws VpcepHttpError when the service is not found: a connection needs one that is there.
 * @throws VpcepTimeoutError when the time is over; the message says which states were seen how often.
 * @throws VpcepAbortError when `signal` is aborted.
 * @throws VpcepValidationError when an argument or option breaks its rule.
 * @throws VpcepError what else the calls throw. After a first answer, failures that pass do not end the wait: no answer,
 * status 408, 429 or 5xx.
 */
export async function waitForConnection(
  client: WaitingClient<'listServiceConnections'>,
  serviceId: string,
  endpointId: string,
  options: ConnectionWaitOptions<Connection> = {},
): Promise<Connection> {
  // As a filter an empty ID finds everything, or nothing for ever.
  visibleText('endpointId', endpointId);
  return wait(
    {
      operation: 'waitForConnection',
      id: endpointId,
      waiting: client.waiting,
      async poll({ path, signal }) {
        const { connections } = await client.listServiceConnections({
          path: { ...path, vpc_endpoint_service_id: serviceId },
          query: { id: endpointId },
          signal,
        });
        return connections.find(({ id }) => id === endpointId) ?? null;
      },
      judge(connection, { last }) {
        if (connection === null) return last === undefined ? 'pending' : 'failed';
        return judgeReached(connection, finalStates.ConnectionStatus, 'accepted', options.until ?? 'accepted');
      },
    },
    options,
  );
}
