import { isVpcepError, paginate, type OperationCalls } from '@vpcep/client';
import type { Connection } from '@vpcep/types';

/** What a round came upon. */
export interface Round {
  accepted: Connection[];
  /** Of accounts that are not allowed. They stay as they are, for somebody to decide. */
  left: Connection[];
}

/**
 * Accepts the connections of a service that wait for approval and belong to allowed accounts. Those that somebody else accepts
 * or deletes meanwhile do no harm.
 *
 * @param allowed IDs of the accounts.
 */
export async function approvePending(
  vpcep: OperationCalls<'listServiceConnections' | 'acceptOrRejectEndpoint'>,
  serviceId: string,
  allowed: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Round> {
  const path = { vpc_endpoint_service_id: serviceId };
  const waiting: Connection[] = [];
  // All are read first: those that are accepted leave the list.
  const query = { status: 'pendingAcceptance' as const };
  for await (const connection of paginate(vpcep, 'listServiceConnections', { path, query }, { signal })) {
    waiting.push(connection);
  }
  const round: Round = { accepted: [], left: [] };
  for (const connection of waiting) {
    if (!allowed.has(connection.domain_id)) {
      round.left.push(connection);
      continue;
    }
    try {
      await vpcep.acceptOrRejectEndpoint({
        path,
        body: { action: 'receive', endpoints: [connection.id] },
        retryUnsafe: true, // To accept what is accepted changes nothing.
        signal,
      });
      round.accepted.push(connection);
    } catch (error) {
      // Deleted meanwhile.
      if (!isVpcepError(error, 'VpcepNotFoundError')) throw error;
    }
  }
  return round;
}
