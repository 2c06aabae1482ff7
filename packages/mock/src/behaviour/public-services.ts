import type { PublicEndpointService } from '@vpcep/types';
import { idOf } from '../ids.js';
import type { Behaviours } from './behaviour.js';
import { contains, readPaging } from './paging.js';

/** What the operator offers in every region, the oldest first. */
const products = [
  {
    product: 'iam',
    service_type: 'interface',
    created_at: '2018-08-21T06:02:58Z',
    is_charge: false,
    enable_policy: true,
  },
  {
    product: 'dns',
    service_type: 'interface',
    created_at: '2018-09-10T13:13:23Z',
    is_charge: false,
    enable_policy: false,
  },
  {
    product: 'api',
    service_type: 'interface',
    created_at: '2018-11-05T08:20:41Z',
    is_charge: true,
    enable_policy: false,
  },
  {
    product: 'obs',
    service_type: 'gateway',
    created_at: '2019-03-28T09:30:27Z',
    is_charge: false,
    enable_policy: true,
  },
  {
    product: 'dis',
    service_type: 'interface',
    created_at: '2019-11-12T11:40:05Z',
    is_charge: true,
    enable_policy: false,
  },
  {
    product: 'swr',
    service_type: 'interface',
    created_at: '2020-06-17T02:51:09Z',
    is_charge: true,
    enable_policy: false,
  },
] as const;

/** The operator's services in a region. Everybody can see them and connect to them. */
export function publicServices(region: string) {
  return products.map(({ product, ...service }) => ({
    id: idOf('public service', region, product),
    owner: 'operator',
    service_name: `com.myhuaweicloud.${region}.${product}`,
    ...service,
  })) satisfies PublicEndpointService[];
}

export const publicServiceBehaviours: Pick<Behaviours, 'listServicePublicDetails'> = {
  listServicePublicDetails({ query }, { settings }) {
    const { descending, offset, limit } = readPaging(query);
    const found = publicServices(settings.region).filter(
      ({ id, service_name: name }) =>
        (query.id === undefined || query.id === id) && contains(name, query.endpoint_service_name),
    );
    // None was ever changed, so that both sort keys mean the same.
    if (descending) found.reverse();
    return { endpoint_services: found.slice(offset, offset + limit), total_count: found.length };
  },
};
