import type { CreateEndpointRequest, UpdateEndpointPolicyRequest } from '@vpcep/types';

/** The field that the policy of an endpoint is in. */
export type PolicyField = keyof UpdateEndpointPolicyRequest & keyof CreateEndpointRequest;

/** Whether a service is a gateway, for all that a document of Huawei Cloud misspells it. */
export const isGateway = (serviceType: string | undefined): boolean =>
  serviceType === 'gateway' || serviceType === 'gataway';

/** The field for the policies of endpoints of a type of services; none for a type that is explained nowhere. */
export function policyFieldOf(serviceType: string): PolicyField | undefined {
  if (isGateway(serviceType)) return 'policy_statement';
  return serviceType === 'interface' ? 'policy_document' : undefined;
}
