import { keyOf } from '../store/key.js';
import { type EndpointRecord, type ServiceRecord, failures } from '../store/records.js';
import type { Store } from '../store/store.js';
import { chooseAddress, ipv6AddressOf } from './addresses.js';
import type { Behaviours, Call } from './behaviour.js';
import { endpointDetails, serviceName } from './endpoint-details.js';
import { newTags } from './tags.js';
import { requireChangeable, requireOwnEndpoint } from './require-own.js';
import { contains, readPaging } from './paging.js';
import { mayConnect } from './permissions.js';
import { newPolicy } from './policies.js';
import { publicServices } from './public-services.js';
import { requireQuota } from './quotas.js';
import { ErrorResponse } from './error-response.js';
import { newRoutetables } from './route-tables.js';

/** What an endpoint connects to: a service of a user, or of the operator. */
function target(store: Store, id: string): ServiceRecord | ReturnType<typeof publicServices>[number] {
  const service = store.services.get(id) ?? publicServices(store.settings.region).find((other) => other.id === id);
  if (service === undefined) {
    throw new ErrorResponse(
      'EndPoint.2003',
      `body.endpoint_service_id: there is no endpoint service ${id}; find it with listServiceDescribeDetails.`,
    );
  }
  return service;
}

/** By which versions of IP an endpoint is reached, where it was asked for, and its address for IPv6. */
function ipFields({ ip_version, ipv6_address }: Call<'createEndpoint'>['body'], id: string) {
  return {
    ...(ip_version === undefined ? {} : { ip_version }),
    ...(ip_version === 'dualstack' ? { ipv6_address: ipv6_address ?? ipv6AddressOf(id) } : {}),
  };
}

/** What only endpoints of interface services have. */
function interfaceFields(store: Store, project: string, body: Call<'createEndpoint'>['body']) {
  const { subnet_id, enable_dns } = body;
  if (subnet_id === undefined) {
    throw new ErrorResponse('EndPoint.2010', 'body.subnet_id is missing; a service of the type interface needs it.');
  }
  return {
    subnet_id,
    enable_dns,
    choose: (id: string) => chooseAddress(store, project, subnet_id, body.port_ip, id),
    ip: (id: string) => ipFields(body, id),
  };
}

export const endpoints: Pick<
  Behaviours,
  'createEndpoint' | 'listEndpoints' | 'listEndpointInfoDetails' | 'updateEndpointWhite' | 'deleteEndpoint'
> = {
  createEndpoint({ path, body, creationFails }, store) {
    const service = target(store, body.endpoint_service_id);
    const users = 'server_type' in service ? service : undefined;
    if (users !== undefined) {
      if (!mayConnect(store, users, path.project_id)) {
        const account = store.account(path.project_id);
        throw new ErrorResponse(
          'EndPoint.2012',
          `body.endpoint_service_id: account ${account} of project ${path.project_id} is not on the whitelist of endpoint service ${users.id}; its owner has to add iam:domain::${account}.`,
        );
      }
      if (store.standing(users) !== 'available') {
        throw new ErrorResponse(
          'EndPoint.2004',
          `body.endpoint_service_id: endpoint service ${users.id} is ${store.standing(users)}; wait until it is available, or use another.`,
        );
      }
    }
    const tags = newTags(body.tags);
    const type = users === undefined && 'service_type' in service ? service.service_type : 'interface';
    const ofInterface = type === 'interface' ? interfaceFields(store, path.project_id, body) : undefined;
    const routetables = type === 'gateway' ? newRoutetables(store, path.project_id, body) : [];
    requireQuota(store, 'endpoint', path.project_id);

    const now = store.now();
    const id = store.newId();
    const endpoint: EndpointRecord = {
      id,
      project_id: path.project_id,
      created_at: now,
      updated_at: now,
      vpc_id: body.vpc_id,
      ...(ofInterface && { subnet_id: ofInterface.subnet_id, address: ofInterface.choose(id), ...ofInterface.ip(id) }),
      endpoint_service_id: service.id,
      endpoint_service_name: 'service_name' in service ? service.service_name : store.fullName(service),
      service_type: type,
      marker_id: store.newMarker(),
      enable_dns: ofInterface?.enable_dns ?? false,
      status: 'creating',
      connected: false,
      tags,
      description: body.description ?? '',
      whitelist: type === 'interface' ? [...body.whitelist] : [],
      enable_whitelist: type === 'interface' && body.enable_whitelist,
      routetables,
      ...newPolicy({ id: service.id, service_type: type, enable_policy: service.enable_policy }, body),
    };
    store.endpoints.insert(endpoint);
    if (creationFails !== undefined) {
      store.startEndpoint(endpoint, 'failed', { error: failures(creationFails) });
    } else store.startEndpoint(endpoint, store.statusOfNew(endpoint));
    const { status, error: _, ...created } = endpointDetails(store, endpoint);
    // An endpoint that was created this moment can neither be rejected nor deleting.
    return { ...created, status: status === 'rejected' || status === 'deleting' ? 'creating' : status };
  },

  listEndpoints({ path, query }, store) {
    const { id, vpc_id: vpc, endpoint_service_name: name, public_border_group: group } = query;
    const paging = readPaging(query);
    const matches = (endpoint: EndpointRecord) => contains(serviceName(store, endpoint), name);
    // No endpoint of the mock is on a resource pool at the edge.
    if (group !== undefined) return { endpoints: [], total_count: 0 };
    if (id !== undefined) {
      const endpoint = store.endpoints.get(id);
      const found =
        endpoint?.project_id === path.project_id && (vpc === undefined || endpoint.vpc_id === vpc) && matches(endpoint)
          ? [endpoint]
          : [];
      const items = found.slice(paging.offset, paging.offset + paging.limit);
      return { endpoints: items.map((item) => endpointDetails(store, item)), total_count: found.length };
    }
    const where = name === undefined ? undefined : matches;
    const { items, total } =
      vpc === undefined
        ? store.endpoints.page('project', keyOf(path.project_id), paging, where)
        : store.endpoints.page('vpc', keyOf(path.project_id, vpc), paging, where);
    return { endpoints: items.map((item) => endpointDetails(store, item)), total_count: total };
  },

  listEndpointInfoDetails({ path }, store) {
    const endpoint = requireOwnEndpoint(store, path);
    const answer = endpointDetails(store, endpoint);
    store.polled(endpoint);
    return answer;
  },

  updateEndpointWhite({ path, body }, store) {
    const endpoint = requireChangeable(store, path);
    if (endpoint.service_type !== 'interface') {
      throw new ErrorResponse(
        'EndPoint.2044',
        `body.whitelist: endpoint ${endpoint.id} connects to a service of the type gateway, which has no whitelist; set its policy instead.`,
      );
    }
    store.changeEndpoint(endpoint, (record) => {
      record.whitelist = [...body.whitelist];
      record.enable_whitelist = body.enable_whitelist;
    });
    return endpointDetails(store, endpoint);
  },

  deleteEndpoint({ path }, store) {
    const endpoint = requireOwnEndpoint(store, path);
    if (endpoint.status === 'deleting') {
      throw new ErrorResponse('EndPoint.2018', `endpoint ${endpoint.id}: there is nothing more to do.`);
    }
    if (endpoint.status === 'creating') {
      throw new ErrorResponse('EndPoint.2019', `endpoint ${endpoint.id}: wait until that is done, then delete it.`);
    }
    store.changeEndpoint(endpoint, (record) => {
      record.status = 'deleting';
    });
    store.startEndpoint(endpoint, 'gone');
    return undefined;
  },
};
