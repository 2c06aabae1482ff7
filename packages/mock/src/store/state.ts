import type { PortMapping } from '@vpcep/types';
import { timestamp } from '../clock.js';
import { requestDefaults } from '../generated/request-defaults.js';
import type { Kind, Transition } from '../transition.js';
import type { EndpointRecord, ServiceRecord } from './records.js';
import { type Quotas, Store, type StoreSettings } from './store.js';

type Optional<T, Keys extends keyof T> = Omit<T, Keys> & Partial<Pick<T, Keys>>;

/** What {@link StateOfService} and {@link StateOfEndpoint} may leave out. */
interface Place {
  /** Place in the order of changes, which tells apart what was changed in the same second. */
  changed?: number;
}

/** An endpoint service in a state. */
export type StateOfService = Place & { ports: PortMapping[] } & Optional<
    Omit<ServiceRecord, 'ports'>,
    'updated_at' | 'name' | 'approval_enabled' | 'tcp_proxy' | 'tags' | 'description' | 'permissions'
  >;

/** An endpoint in a state. */
export type StateOfEndpoint = Place &
  Optional<
    EndpointRecord,
    | 'updated_at'
    | 'endpoint_service_name'
    | 'enable_dns'
    | 'connected'
    | 'tags'
    | 'description'
    | 'whitelist'
    | 'enable_whitelist'
    | 'routetables'
    | 'policy_statement'
  >;

/** Everything that the mock remembers, as plain data. */
export interface MockState {
  /** The time of the clock. A clock that is behind moves up to it. */
  now?: string;
  /** Accounts of projects that are not accounts of their own, by project ID. */
  accounts?: Record<string, string>;
  /** How many resources of each kind a project may have. What is left out stays as it is. */
  quotas?: Partial<Quotas>;
  /** How creations and deletions proceed. What is left out stays as it is. */
  transitions?: Partial<Record<Kind, Transition>>;
  /** How many IDs and markers were given out, so that new ones differ. */
  counters?: { ids: number; markers: number };
  /** Endpoint services; of two that were created in the same second, the older one comes first. */
  services: StateOfService[];
  /** Endpoints; of two that were created in the same second, the older one comes first. */
  endpoints: StateOfEndpoint[];
}

/** What a state leaves open, and what the mock was started with. */
export interface StateDefaults {
  transitions: Record<Kind, Transition>;
  quotas: Quotas;
}

/** Writes down everything that a store holds. */
export function readState(store: Store): Required<MockState> {
  store.settle();
  return structuredClone({
    now: timestamp(store.settings.clock.now()),
    accounts: Object.fromEntries(store.accounts),
    quotas: store.quotas,
    transitions: store.transitions,
    counters: store.counters,
    services: store.services.all().map(({ record, changed }) => ({ ...record, changed })),
    endpoints: store.endpoints.all().map(({ record, changed }) => ({ ...record, changed })),
  });
}

/** Makes a store that holds what a state says. */
export function loadState(state: MockState, settings: StoreSettings, defaults: StateDefaults): Store {
  const given = structuredClone(state);
  const { clock } = settings;
  const ahead = given.now === undefined ? 0 : Date.parse(given.now) - clock.now();
  if (ahead > 0) clock.advance(ahead);

  const store = new Store(
    settings,
    { ...defaults.transitions, ...given.transitions },
    { ...defaults.quotas, ...given.quotas },
  );
  for (const [project, account] of Object.entries(given.accounts ?? {})) store.accounts.set(project, account);
  Object.assign(store.counters, given.counters);

  const {
    CreateEndpointServiceRequest: ofService,
    CreateEndpointRequest: ofEndpoint,
    PortMapping: ofPorts,
  } = requestDefaults;
  const services = given.services.map(({ changed, ports, ...service }): [ServiceRecord, number] => [
    {
      ...ofService,
      ...service,
      ports: ports.map((mapping) => ({ ...ofPorts, ...mapping })),
      updated_at: service.updated_at ?? service.created_at,
      name: service.name ?? '',
      tags: service.tags ?? [],
      description: service.description ?? '',
      permissions: service.permissions ?? [],
    },
    changed ?? 0,
  ]);
  store.services.fill(byCreation(services), byChange(services));
  const endpoints = given.endpoints.map(({ changed, ...endpoint }): [EndpointRecord, number] => [
    {
      ...ofEndpoint,
      ...endpoint,
      whitelist: endpoint.whitelist ?? [...ofEndpoint.whitelist],
      updated_at: endpoint.updated_at ?? endpoint.created_at,
      endpoint_service_name: endpoint.endpoint_service_name ?? endpoint.endpoint_service_id,
      connected: endpoint.connected ?? endpoint.status === 'accepted',
      tags: endpoint.tags ?? [],
      description: endpoint.description ?? '',
      routetables: endpoint.routetables ?? [],
      policy_statement: endpoint.policy_statement ?? [],
    },
    changed ?? 0,
  ]);
  store.endpoints.fill(byCreation(endpoints), byChange(endpoints));
  for (const [record] of [...services, ...endpoints]) store.resume(record);
  return store;
}

interface Dated {
  created_at: string;
  updated_at: string;
}

// Sorting keeps the order of what is equal.
const byCreation = <T extends Dated>(records: readonly [T, number][]): T[] =>
  records.map(([record]) => record).sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));

const byChange = <T extends Dated>(records: readonly [T, number][]): T[] =>
  [...records]
    .sort(([a, left], [b, right]) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || left - right)
    .map(([record]) => record);
