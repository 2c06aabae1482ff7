import type { Endpoint, EndpointService } from '@vpcep/types';
import type { OperationMethods } from '../generated/operation-methods.js';
import { nullWhenNotFound } from './not-found.js';
import type { Waiter } from './wait.js';

/** Looks for an endpoint service. */
export function serviceLook(
  client: Pick<OperationMethods, 'listServiceDetails'>,
  id: string,
): Waiter<EndpointService, unknown>['look'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listServiceDetails({ path: { ...path, vpc_endpoint_service_id: id }, signal }));
}

/** Looks for an endpoint. */
export function endpointLook(
  client: Pick<OperationMethods, 'listEndpointInfoDetails'>,
  id: string,
): Waiter<Endpoint, unknown>['look'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listEndpointInfoDetails({ path: { ...path, vpc_endpoint_id: id }, signal }));
}
