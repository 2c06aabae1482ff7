import type { Endpoint, EndpointService } from '@vpcep/types';
import { isRecord } from '../call/json.js';
import { ofService } from '../generated/code-of-kind.js';
import type { OperationCalls } from '../operation-types.js';
import type { Waiter } from './wait.js';

/** Polls an endpoint service. */
export function pollService(
  client: OperationCalls<'listServiceDetails'>,
  id: string,
): Waiter<EndpointService, unknown>['poll'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listServiceDetails({ path: { ...path, vpc_endpoint_service_id: id }, signal }));
}

/** Polls an endpoint. */
export function pollEndpoint(
  client: OperationCalls<'listEndpointInfoDetails'>,
  id: string,
): Waiter<Endpoint, unknown>['poll'] {
  return ({ path, signal }) =>
    nullWhenNotFound(client.listEndpointInfoDetails({ path: { ...path, vpc_endpoint_id: id }, signal }));
}

/**
 * Turns the service's answer that a resource is not there into null. Only the service itself can say so: a 404 of a
 * gateway, whose code begins otherwise, or of a proxy, which has none, says that the address is wrong, and is thrown.
 */
async function nullWhenNotFound<Resource>(call: Promise<Resource>): Promise<Resource | null> {
  try {
    return await call;
  } catch (error) {
    // By what it says, for the client may be of another copy of this package, which has classes of its own.
    if (isRecord(error) && error['status'] === 404 && ofService.test(String(error['code']))) return null;
    throw error;
  }
}
