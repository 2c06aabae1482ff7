import type { ConnectionStatus } from '@vpcep/types';

/** Whether the owner of a service can accept a connection as it stands. */
export const mayAccept = (status: ConnectionStatus): boolean => status === 'pendingAcceptance' || status === 'rejected';

/** Whether the owner of a service can reject a connection as it stands. */
export const mayReject = (status: ConnectionStatus): boolean => status === 'pendingAcceptance' || status === 'accepted';
