import type { EndpointRecord, ServiceRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import { ErrorResponse } from './error-response.js';

/** The service of a project with this ID. That of another project is as good as none. */
export function requireOwnService(
  store: Store,
  path: { readonly project_id: string; readonly vpc_endpoint_service_id: string },
): ServiceRecord {
  const service = store.services.get(path.vpc_endpoint_service_id);
  if (service?.project_id !== path.project_id) {
    throw new ErrorResponse(
      'EndPoint.0005',
      `path.vpc_endpoint_service_id: project ${path.project_id} has no endpoint service ${path.vpc_endpoint_service_id}; list those that it has.`,
    );
  }
  return service;
}

interface EndpointPath {
  readonly project_id: string;
  readonly vpc_endpoint_id: string;
}

/** The endpoint of a project with this ID. That of another project is as good as none. */
export function requireOwnEndpoint(store: Store, path: EndpointPath): EndpointRecord {
  const endpoint = store.endpoints.get(path.vpc_endpoint_id);
  if (endpoint?.project_id !== path.project_id) {
    throw new ErrorResponse(
      'EndPoint.0005',
      `path.vpc_endpoint_id: project ${path.project_id} has no endpoint ${path.vpc_endpoint_id}; list those that it has.`,
    );
  }
  return endpoint;
}

/** An endpoint of the project that is not on its way anywhere: only such a one can be changed. */
export function requireSettled(store: Store, path: EndpointPath): EndpointRecord {
  const endpoint = requireOwnEndpoint(store, path);
  if (endpoint.status === 'deleting') {
    throw new ErrorResponse('EndPoint.2018', `endpoint ${endpoint.id}: use another.`);
  }
  if (endpoint.status === 'creating') {
    throw new ErrorResponse('EndPoint.2019', `endpoint ${endpoint.id}: wait until that is done, then change it.`);
  }
  return endpoint;
}

/** An endpoint of the project that has settled, and has not failed. */
export function requireChangeable(store: Store, path: EndpointPath): EndpointRecord {
  const endpoint = requireSettled(store, path);
  if (endpoint.status === 'failed') {
    throw new ErrorResponse('EndPoint.2047', `endpoint ${endpoint.id}: delete it, and create another.`);
  }
  return endpoint;
}
