import type { CreateEndpointRequest, Endpoint, UpdateEndpointPolicyRequest } from '@vpcep/types';

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

/** The policy that an endpoint has; undefined when it has none. */
export function policyOf(endpoint: Endpoint, field: PolicyField): unknown {
  if (field === 'policy_document') return endpoint.policy_document;
  const statements = endpoint.policy_statement ?? [];
  return statements.length === 0 ? undefined : statements.map(asObject);
}

/** Statements come as objects or as texts, and are sent as objects. */
function asObject(statement: unknown): unknown {
  if (typeof statement !== 'string') return statement;
  try {
    return JSON.parse(statement) as unknown;
  } catch {
    // No JSON: the reader sees the text, and what is to be an object.
    return statement;
  }
}

/** Whether the policy in a form is JSON by now. Until then it is a text, about which no more is to be said. */
export const isReadable = (
  path: readonly (string | number)[],
  values: Partial<Record<PolicyField, unknown>>,
): boolean =>
  (['policy_statement', 'policy_document'] as const).some(
    (field) => path[0] === field && typeof values[field] !== 'string',
  );
