import type { EndpointService, ListedEndpointService } from '@vpcep/types';
import { codeOfKind } from '../generated/error-catalogue.js';
import { keyOf } from '../store/key.js';
import { type ServiceRecord, failures } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { newTags } from './tags.js';
import { requireOwnService } from './require-own.js';
import { contains, readPaging } from './paging.js';
import { requireFreePorts, newPorts } from './port-mappings.js';
import { publicServices } from './public-services.js';
import { requireQuota } from './quotas.js';
import { ErrorResponse } from './error-response.js';

/** What the details say of any service, failed or not. */
function described(store: Store, service: ServiceRecord) {
  return {
    id: service.id,
    port_id: service.port_id,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the API still takes it
    ...(service.vip_port_id === undefined ? {} : { vip_port_id: service.vip_port_id }),
    vpc_id: service.vpc_id,
    pool_id: service.pool_id ?? store.poolId,
    status: service.status,
    approval_enabled: service.approval_enabled,
    service_name: store.fullName(service),
    service_type: 'interface',
    server_type: service.server_type,
    project_id: service.project_id,
    created_at: service.created_at,
    updated_at: service.updated_at,
    cidr_type: 'internal',
    ports: service.ports,
    tcp_proxy: service.tcp_proxy,
    tags: service.tags,
    description: service.description,
    enable_policy: service.enable_policy,
    ...shownWhenGiven(service),
  } satisfies EndpointService;
}

/** What details say of a service that was given it. */
const shownWhenGiven = ({
  ip,
  ip_version,
  snat_network_id,
}: Readonly<Pick<EndpointService, 'ip' | 'ip_version' | 'snat_network_id'>>) => ({
  ...(ip === undefined ? {} : { ip }),
  ...(ip_version === undefined ? {} : { ip_version }),
  ...(snat_network_id === undefined ? {} : { snat_network_id }),
});

/** The kind of network that the backend is in. Only a server on a VLAN is named by its address. */
const netOf = ({ ip }: ServiceRecord) => (ip === undefined ? 'vxlan' : 'vlan');

function details(store: Store, service: ServiceRecord): EndpointService {
  const shown = { ...described(store, service), supported_editions: service.supported_editions };
  return service.error === undefined ? shown : { ...shown, error: service.error };
}

const listed = (store: Store, service: ServiceRecord): ListedEndpointService => ({
  ...details(store, service),
  connection_count: connections(store, service),
  domain_id: store.account(service.project_id),
});

/** How many endpoints are connected to a service, or being connected. */
const connections = (store: Store, { id }: ServiceRecord): number =>
  store.endpoints.count('connection', keyOf(id, 'accepted')) +
  store.endpoints.count('connection', keyOf(id, 'creating'));

export const endpointServices: Pick<
  Behaviours,
  | 'createEndpointService'
  | 'listEndpointService'
  | 'listServiceDetails'
  | 'listServiceDescribeDetails'
  | 'updateEndpointService'
  | 'updateEndpointServiceName'
  | 'deleteEndpointService'
> = {
  createEndpointService({ path, body, creationFails }, store) {
    const tags = newTags(body.tags);
    const ports = newPorts(body.ports);
    requireFreePorts(store, path.project_id, body.port_id, ports);
    requireQuota(store, 'endpoint_service', path.project_id);
    const now = store.now();
    const service: ServiceRecord = {
      id: store.newId(),
      project_id: path.project_id,
      created_at: now,
      updated_at: now,
      name: body.service_name ?? '',
      port_id: body.port_id,
      ...(body.vip_port_id === undefined ? {} : { vip_port_id: body.vip_port_id }),
      vpc_id: body.vpc_id,
      server_type: body.server_type,
      approval_enabled: body.approval_enabled,
      ports,
      tcp_proxy: body.tcp_proxy,
      tags,
      description: body.description ?? '',
      enable_policy: body.enable_policy,
      ...shownWhenGiven({ ...body, ip_version: body.ip_version ?? 'ipv4' }),
      ...(body.pool_id === undefined ? {} : { pool_id: body.pool_id }),
      supported_editions: ['basic'],
      enable_multi_server: false,
      server_resources: [],
      status: 'creating',
      permissions: [],
    };
    store.services.insert(service);
    if (creationFails === undefined) store.startService(service, 'available');
    else {
      store.startService(service, 'failed', { error: failures(creationFails) });
    }
    const created = described(store, service);
    // A service that was created this moment cannot be deleting.
    return { ...created, status: created.status === 'deleting' ? 'creating' : created.status };
  },

  listEndpointService({ path, query }, store) {
    const { id, status, endpoint_service_name: name, public_border_group: group, net_type: net } = query;
    const paging = readPaging(query);
    const inStatus = (service: ServiceRecord) => status === undefined || service.status === status;
    const inNet = (service: ServiceRecord) => net === undefined || net === 'all' || net === netOf(service);
    const matches = (service: ServiceRecord) => contains(store.fullName(service), name) && inNet(service);
    // No service of the mock is on a resource pool at the edge.
    if (group !== undefined) return { endpoint_services: [], total_count: 0 };
    if (id !== undefined) {
      const service = store.services.get(id);
      const found = service?.project_id === path.project_id && inStatus(service) && matches(service) ? [service] : [];
      const items = found.slice(paging.offset, paging.offset + paging.limit);
      return { endpoint_services: items.map((item) => listed(store, item)), total_count: found.length };
    }
    const where = name === undefined && net === undefined ? undefined : matches;
    const { items, total } =
      status === undefined
        ? store.services.page('project', keyOf(path.project_id), paging, where)
        : store.services.page('status', keyOf(path.project_id, status), paging, where);
    return { endpoint_services: items.map((item) => listed(store, item)), total_count: total };
  },

  listServiceDetails({ path }, store) {
    const service = requireOwnService(store, path);
    const answer = details(store, service);
    store.polled(service);
    return answer;
  },

  listServiceDescribeDetails({ query }, store) {
    const { id, endpoint_service_name: name } = query;
    const operators = publicServices(store.settings.region).find(
      (service) => service.id === id || service.service_name === name,
    );
    if (operators !== undefined) {
      const { owner: _, ...summary } = operators;
      return summary;
    }
    const service = id === undefined ? store.services.find('name', keyOf(name ?? ''))[0] : store.services.get(id);
    if (service === undefined) {
      throw new ErrorResponse(
        'EndPoint.0005',
        id === undefined
          ? `query.endpoint_service_name: no endpoint service has the full name ${name ?? ''}; ask its owner for it.`
          : `query.id: there is no endpoint service ${id}; ask its owner for the ID.`,
      );
    }
    return {
      id: service.id,
      service_name: store.fullName(service),
      service_type: 'interface',
      created_at: service.created_at,
      is_charge: true,
      enable_policy: service.enable_policy,
    };
  },

  updateEndpointService({ path, body }, store) {
    const service = requireOwnService(store, path);
    if (store.standing(service) !== 'available') {
      throw new ErrorResponse(
        'EndPoint.3045',
        `endpoint service ${service.id} is ${store.standing(service)}; only one that is available can be changed.`,
      );
    }
    const ports = body.ports === undefined ? service.ports : newPorts(body.ports);
    if (body.ports !== undefined || body.port_id !== undefined) {
      requireFreePorts(store, path.project_id, body.port_id ?? service.port_id, ports, service.id);
    }
    store.changeService(service, (record) => {
      record.ports = ports;
      record.approval_enabled = body.approval_enabled ?? record.approval_enabled;
      record.name = body.service_name ?? record.name;
      record.port_id = body.port_id ?? record.port_id;
      record.description = body.description ?? record.description;
      record.tcp_proxy = body.tcp_proxy ?? record.tcp_proxy;
      if (body.vip_port_id !== undefined) record.vip_port_id = body.vip_port_id;
      if (body.ip !== undefined) record.ip = body.ip;
      record.status = 'creating';
    });
    store.startService(service, 'available', { stage: 'endpoint_service_update' });
    return details(store, service);
  },

  updateEndpointServiceName({ path, body }, store) {
    const service = requireOwnService(store, path);
    const { endpoint_service_name: name } = body;
    if (name === undefined) {
      throw new ErrorResponse(
        codeOfKind.request,
        'body.endpoint_service_name is missing; send the new name, or an empty one to remove the name.',
      );
    }
    if (store.standing(service) === 'deleting') {
      throw new ErrorResponse('EndPoint.0005', `endpoint service ${service.id} is being deleted; rename another one.`);
    }
    store.changeService(service, (record) => {
      record.name = name;
    });
    return { endpoint_service_name: service.name === '' ? store.fullName(service) : service.name };
  },

  deleteEndpointService({ path }, store) {
    const service = requireOwnService(store, path);
    const standing = store.standing(service);
    if (standing === 'creating' || standing === 'deleting') {
      throw new ErrorResponse(
        'EndPoint.3005',
        `endpoint service ${service.id} is ${standing}; ${standing === 'creating' ? 'wait until that is done' : 'there is nothing more to do'}.`,
      );
    }
    const inUse = connections(store, service);
    if (inUse > 0) {
      throw new ErrorResponse(
        'EndPoint.3006',
        `${inUse} endpoints are connected to endpoint service ${service.id}, or being connected; reject or delete those first.`,
      );
    }
    store.deleteService(service);
    return undefined;
  },
};
