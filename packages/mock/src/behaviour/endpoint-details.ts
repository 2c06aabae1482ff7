import type { Endpoint } from '@vpcep/types';
import { idOf } from '../ids.js';
import type { EndpointRecord } from '../store/records.js';
import type { Store } from '../store/store.js';

/** The name of the service that an endpoint connects to, which may have been given another. */
export function serviceName(store: Store, endpoint: EndpointRecord): string {
  const service = store.services.get(endpoint.endpoint_service_id);
  return service === undefined ? endpoint.endpoint_service_name : store.fullName(service);
}

/** An endpoint as its owner sees it. */
export function endpointDetails(store: Store, endpoint: EndpointRecord): Endpoint {
  const { region } = store.settings;
  const common: Endpoint = {
    id: endpoint.id,
    service_type: endpoint.service_type,
    status: endpoint.status,
    active_status: ['active'],
    endpoint_service_name: serviceName(store, endpoint),
    endpoint_service_id: endpoint.endpoint_service_id,
    marker_id: endpoint.marker_id,
    vpc_id: endpoint.vpc_id,
    created_at: endpoint.created_at,
    updated_at: endpoint.updated_at,
    project_id: endpoint.project_id,
    tags: endpoint.tags,
    specification_name: 'default',
    enable_status: 'enable',
    description: endpoint.description,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the API still shows it
    endpoint_pool_id: idOf('endpoint pool', region),
    ...(endpoint.error === undefined ? {} : { error: endpoint.error }),
  };
  if (endpoint.service_type !== 'interface') {
    return { ...common, routetables: endpoint.routetables, policy_statement: endpoint.policy_statement };
  }
  return {
    ...common,
    ...(endpoint.subnet_id === undefined ? {} : { subnet_id: endpoint.subnet_id }),
    ...(endpoint.connected && endpoint.address !== undefined ? { ip: endpoint.address } : {}),
    ...(endpoint.ip_version === undefined ? {} : { ip_version: endpoint.ip_version }),
    ...(endpoint.connected && endpoint.ipv6_address !== undefined ? { ipv6_address: endpoint.ipv6_address } : {}),
    ...(endpoint.policy_document === undefined ? {} : { policy_document: endpoint.policy_document }),
    enable_dns: endpoint.enable_dns,
    ...(endpoint.connected && endpoint.enable_dns
      ? { dns_names: [`vpcep-${endpoint.id}.${region}.huaweicloud.com`] }
      : {}),
    whitelist: endpoint.whitelist,
    enable_whitelist: endpoint.enable_whitelist,
  };
}
