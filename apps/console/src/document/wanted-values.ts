import type { OperationId } from '@vpcep/client';
import type { components } from '@vpcep/types';

/** A keyword of a schema that has to be there. */
type Keyword = 'default' | 'maximum' | 'enum';

/** Fields of schemas that have to have a keyword. */
type Fields = {
  readonly [Name in keyof components['schemas']]?: readonly (keyof components['schemas'][Name])[];
};

const paging = { limit: ['default', 'maximum'] } as const;
const order = { sort_key: ['default'], sort_dir: ['default'] } as const;

/** What the console has to know about the queries of lists: how they are paged, sorted and filtered. */
export const wantedParameters = {
  listEndpointService: { ...paging, ...order, status: ['enum'] },
  listEndpoints: { ...paging, ...order },
  listServiceConnections: { ...paging, status: ['enum'] },
  listServicePermissionsDetails: paging,
  listServicePublicDetails: paging,
} as const satisfies Partial<Record<OperationId, Readonly<Record<string, readonly Keyword[]>>>>;

/** The fields whose defaults the console fills in or shows. */
export const wantedDefaults = {
  CreateEndpointServiceRequest: ['approval_enabled', 'tcp_proxy'],
  CreateEndpointRequest: ['enable_dns', 'enable_whitelist'],
  UpdateEndpointWhiteRequest: ['enable_whitelist'],
  PortMapping: ['protocol'],
} as const satisfies Fields;

/** The fields for which the console offers what stands in their place when they are left out. */
export const wantedConditionalDefaults = {
  CreateEndpointRequest: ['policy_statement', 'policy_document'],
} as const satisfies Fields;
