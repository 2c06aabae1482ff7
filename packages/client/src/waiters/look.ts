import type { Endpoint, EndpointService } from '@vpcep/types';
import type { OperationCalls } from '../operation-types.js';
import { nullWhenNotFound } from './not-found.js';
import type { Waiter } from './wait.js';

/** Looks for an endpoint service. */
export function serviceLook(
  client: OperationCalls<'listServiceDetails'>,
  id: string,
): Waiter<EndpointService, unknown>['look'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listServiceDetails({ path: { ...path, vpc_endpoint_service_id: id }, signal }));
}

/** Looks for an endpoint. */
export function endpointLook(
  client: OperationCalls<'listEndpointInfoDetails'>,
  id: string,
): Waiter<Endpoint, unknown>['look'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listEndpointInfoDetails({ path: { ...path, vpc_endpoint_id: id }, signal }));
}
