import type { CreateEndpointRequest, UpdateEndpointPolicyRequest } from '@vpcep/types';
import { openPolicies } from '../generated/open-policies.js';
import type { EndpointRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { endpointDetails } from './endpoint-details.js';
import { ErrorResponse } from './error-response.js';
import { publicServices } from './public-services.js';
import { requireChangeable, requireSettled } from './require-own.js';

/** What an endpoint remembers of its policy: statements at a gateway, or a document. */
type Policy = Pick<EndpointRecord, 'policy_statement'> & Partial<Pick<EndpointRecord, 'policy_document'>>;

/** A policy in a request, which may be none. */
type AskedPolicy = Readonly<Pick<CreateEndpointRequest & UpdateEndpointPolicyRequest, keyof Policy>>;

/** What decides which policy an endpoint can have. */
interface Target {
  readonly id: string;
  readonly service_type: string;
  readonly enable_policy: boolean;
}

function refuse(field: keyof Policy, reason: string): never {
  throw new ErrorResponse('EndPoint.2048', `body.${field}: ${reason}`);
}

/**
 * The policy that a request asks for, as far as it counts for that service: of two, the one that is of use there. Without
 * one that is, there is none.
 */
function askedPolicy(
  { id, service_type: type, enable_policy: enabled }: Target,
  asked: AskedPolicy,
): Policy | undefined {
  const { policy_statement: statements = [], policy_document: document } = asked;
  const field = statements.length === 0 ? 'policy_document' : 'policy_statement';
  if (statements.length === 0 && document === undefined) return undefined;
  if (!enabled) refuse(field, `endpoint service ${id} has no enable_policy, so that its endpoints have no policy.`);
  if (type === 'interface') {
    if (document !== undefined) return { policy_statement: [], policy_document: document };
    refuse(field, `endpoint service ${id} is of the type interface; send policy_document.`);
  }
  if (statements.length > 0) return { policy_statement: [...statements] };
  return refuse(field, `endpoint service ${id} is of the type ${type}; send policy_statement.`);
}

/** The policy of a new endpoint: that of the request, or the one that allows everything, where there is one. */
export function newPolicy(target: Target, asked: AskedPolicy): Policy {
  const policy = askedPolicy(target, asked);
  if (policy !== undefined) return policy;
  if (!target.enable_policy) return { policy_statement: [] };
  const { policy_statement, policy_document } = structuredClone(openPolicies);
  return target.service_type === 'interface' ? { policy_statement: [], policy_document } : { policy_statement };
}

/** What an endpoint connects to, as far as its policy depends on it. A service that is gone has no policies. */
function targetOf(store: Store, { endpoint_service_id: id, service_type }: EndpointRecord): Target {
  const service = store.services.get(id) ?? publicServices(store.settings.region).find((other) => other.id === id);
  // A gateway that the mock does not know, from a state that was loaded, has policies as those that it knows.
  return { id, service_type, enable_policy: service?.enable_policy ?? service_type !== 'interface' };
}

export const policies: Pick<Behaviours, 'updateEndpointPolicy' | 'deleteEndpointPolicy'> = {
  updateEndpointPolicy({ path, body }, store) {
    const endpoint = requireChangeable(store, path);
    const policy = askedPolicy(targetOf(store, endpoint), body);
    if (policy === undefined) refuse('policy_statement', 'the list is empty; send at least one statement.');
    store.changeEndpoint(endpoint, (record) => {
      Object.assign(record, policy);
    });
    return endpointDetails(store, endpoint);
  },

  deleteEndpointPolicy({ path }, store) {
    const endpoint = requireSettled(store, path);
    if (endpoint.policy_statement.length === 0) {
      throw new ErrorResponse('EndPoint.2049', `endpoint ${endpoint.id}: there is nothing to delete.`);
    }
    store.changeEndpoint(endpoint, (record) => {
      record.policy_statement = [];
    });
    return endpointDetails(store, endpoint);
  },
};
