import { useMutation } from '@tanstack/react-query';
import type { AcceptOrRejectEndpointRequest } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import { failureOf } from '../api/failure.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { useRereadConnections } from './use-reread-connections.js';

interface Decision {
  serviceId: string;
  endpointId: string;
  action: AcceptOrRejectEndpointRequest['action'];
}

/**
 * Accepts or rejects a connection, and has all lists that show it read again.
 *
 * @param onDecided is told of which endpoint it was
 */
export function useDecision(onDecided: (endpointId: string) => void) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep } = useApi();
  const rereadConnections = useRereadConnections();
  return useMutation({
    mutationFn: ({ serviceId, endpointId, action }: Decision) =>
      vpcep.acceptOrRejectEndpoint({
        path: { vpc_endpoint_service_id: serviceId },
        body: { action, endpoints: [endpointId] },
      }),
    onSuccess(_, { endpointId, action }) {
      const { accepted, rejected } = texts.connections;
      messages.success(action === 'receive' ? accepted(endpointId) : rejected(endpointId));
      onDecided(endpointId);
    },
    onError(error) {
      const { kind, words, mayBeDone = false } = failureOf(error);
      messages.error([texts.failures[kind], words].filter(Boolean).join(': '), 10);
      if (mayBeDone) messages.warning(texts.failure.mayBeDone, 10);
    },
    // Also after a failure: it may be that somebody else has decided.
    onSettled: (_data, _error, { serviceId }) => rereadConnections([serviceId]),
  });
}
