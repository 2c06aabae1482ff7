import { type Document, resolve, type Schema } from '@vpcep/openapi/reader';

/**
 * The policies that an endpoint has by itself, by the field of a request that would say another.
 *
 * @throws Error when the document does not say one of them.
 */
export function openPolicies(document: Document): Record<'policy_statement' | 'policy_document', unknown> {
  const { properties = {} } = resolve<Schema>(document, { $ref: '#/components/schemas/CreateEndpointRequest' });
  const policyOf = (field: string) => {
    const policy = properties[field]?.['x-conditional-default'];
    if (policy === undefined) throw new Error(`CreateEndpointRequest.${field} says no x-conditional-default`);
    return policy;
  };
  return { policy_statement: policyOf('policy_statement'), policy_document: policyOf('policy_document') };
}
