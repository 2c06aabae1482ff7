import type { ErrorCode, Fault } from '@vpcep/mock';
import type { OperationId } from '@vpcep/client';

/** What one can let go wrong. */
export const faultKinds = ['slow', 'throttled', 'fails', 'dropped', 'creationFails'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** The calls that the console makes. */
export const faultyOperations = [
  'listEndpointService',
  'createEndpointService',
  'listServiceDetails',
  'updateEndpointService',
  'deleteEndpointService',
  'listServiceConnections',
  'acceptOrRejectEndpoint',
  'listServicePermissionsDetails',
  'batchAddEndpointServicePermissions',
  'batchRemoveEndpointServicePermissions',
  'listServicePublicDetails',
  'listServiceDescribeDetails',
  'listEndpoints',
  'createEndpoint',
  'listEndpointInfoDetails',
  'updateEndpointWhite',
  'deleteEndpoint',
  'batchAddOrRemoveResourceInstance',
  'listQuotaDetails',
] as const satisfies readonly OperationId[];

/** What the form of the drawer holds. */
export interface FaultValues {
  kind: FaultKind;
  operation?: (typeof faultyOperations)[number];
  latency: number;
  retryAfter: number;
  code: ErrorCode;
  creationCode: ErrorCode;
  times?: number | null;
}

/** The fault that a form describes. */
export function faultOf({ kind, operation, latency, retryAfter, code, creationCode, times }: FaultValues): Fault {
  const effects: Readonly<Record<FaultKind, Fault>> = {
    slow: { latency: `${latency}ms` },
    throttled: { status: 429, retryAfter: `${retryAfter}s` },
    fails: { error: code },
    dropped: { drop: 'request' },
    creationFails: { creationFails: creationCode },
  };
  return {
    ...effects[kind],
    ...(operation === undefined ? {} : { operation }),
    ...(typeof times === 'number' ? { times } : {}),
  };
}
