import { timestamp } from '../clock.js';
import { requestDefaults } from '../generated/request-defaults.js';
import { memberDefaults, type MockState } from '../generated/state.js';
import type { Transitions } from '../transition.js';
import type { EndpointRecord, PortMapping, ServiceRecord } from './records.js';
import { type Quotas, Store, type StoreSettings } from './store.js';

export type { MockState, StateOfEndpoint, StateOfService } from '../generated/state.js';

/** What a state leaves open, and what the mock was started with. */
export interface StateDefaults {
  transitions: Transitions;
  quotas: Quotas;
}

/** Writes down everything that a store holds. */
export function readState(store: Store): Required<MockState> {
  store.settle();
  return structuredClone({
    now: timestamp(store.settings.clock.now()),
    accounts: Object.fromEntries(store.accounts),
    organizations: Object.fromEntries(store.organizations),
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
  for (const [account, path] of Object.entries(given.organizations ?? {})) store.organizations.set(account, path);
  Object.assign(store.counters, given.counters);

  const services = given.services.map(({ changed, ...service }): [ServiceRecord, number] => [
    {
      ...structuredClone(memberDefaults.StateOfService),
      ...service,
      ports: service.ports.map(filledMapping),
      updated_at: service.updated_at ?? service.created_at,
    },
    changed ?? 0,
  ]);
  store.services.fill(byCreation(services), byChange(services));
  const endpoints = given.endpoints.map(({ changed, ...endpoint }): [EndpointRecord, number] => [
    {
      ...structuredClone(memberDefaults.StateOfEndpoint),
      ...endpoint,
      updated_at: endpoint.updated_at ?? endpoint.created_at,
      endpoint_service_name: endpoint.endpoint_service_name ?? endpoint.endpoint_service_id,
      connected: endpoint.connected ?? endpoint.status === 'accepted',
    },
    changed ?? 0,
  ]);
  store.endpoints.fill(byCreation(endpoints), byChange(endpoints));
  for (const [record] of [...services, ...endpoints]) store.resume(record);
  return store;
}

/** A port mapping that says its protocol. A member that is undefined counts as left out. */
function filledMapping({
  client_port,
  server_port,
  ...given
}: MockState['services'][number]['ports'][number]): PortMapping {
  return {
    ...given,
    ...(client_port === undefined ? {} : { client_port }),
    ...(server_port === undefined ? {} : { server_port }),
    protocol: given.protocol ?? requestDefaults.PortMapping.protocol,
  };
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
