import { exactTimestamp } from '../clock.js';
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
    now: exactTimestamp(store.settings.clock.now()),
    accounts: Object.fromEntries(store.accounts),
    organizations: Object.fromEntries(store.organizations),
    quotas: store.quotas,
    transitions: store.transitions,
    counters: store.counters,
    services: store.services.all().map(({ record, changed }) => ({ ...record, changed })),
    endpoints: store.endpoints.all().map(({ record, changed }) => ({ ...record, changed })),
  });
}

/** Makes a store that holds what a state says, of which it becomes the owner. When it is now, the clock of the settings says. */
export function loadState(given: MockState, settings: StoreSettings, defaults: StateDefaults): Store {
  const store = new Store(
    settings,
    { ...defaults.transitions, ...given.transitions },
    { ...defaults.quotas, ...given.quotas },
  );
  for (const [project, account] of Object.entries(given.accounts ?? {})) store.accounts.set(project, account);
  for (const [account, path] of Object.entries(given.organizations ?? {})) store.organizations.set(account, path);
  Object.assign(store.counters, given.counters);

  const services = given.services.map(({ changed, ...service }): Placed<ServiceRecord> => ({
    record: {
      ...freshDefaults.service(),
      ...service,
      ports: service.ports.map(filledMapping),
      updated_at: service.updated_at ?? service.created_at,
    },
    changed,
  }));
  fill(store.services, services);
  const endpoints = given.endpoints.map(({ changed, ...endpoint }): Placed<EndpointRecord> => ({
    record: {
      ...freshDefaults.endpoint(),
      ...endpoint,
      updated_at: endpoint.updated_at ?? endpoint.created_at,
      endpoint_service_name: endpoint.endpoint_service_name ?? endpoint.endpoint_service_id,
      connected: endpoint.connected ?? endpoint.status === 'accepted',
    },
    changed,
  }));
  fill(store.endpoints, endpoints);
  for (const { record } of [...services, ...endpoints]) store.resume(record);
  return store;
}

/** What states leave out, anew for each record. A text is copied several times as fast as an object. */
const freshDefaults = {
  service: copierOf(memberDefaults.StateOfService),
  endpoint: copierOf(memberDefaults.StateOfEndpoint),
};

function copierOf<T>(defaults: T): () => T {
  const text = JSON.stringify(defaults);
  return () => JSON.parse(text) as T;
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

/** A record with its place in the order of changes, if it has one. */
interface Placed<T> {
  record: T;
  changed: number | undefined;
}

/** Fills an empty table: in the order of a state that was read from a mock, or in that of the times, which another may have. */
function fill<T extends { readonly id: string; created_at: string; updated_at: string }>(
  table: { fill(byCreation: readonly T[], byChange: readonly T[]): void },
  records: readonly Placed<T>[],
): void {
  const place = ({ changed = 0 }: Placed<T>) => changed;
  const time = (text: string) => Date.parse(text);
  const haveOrder = records.every(({ changed }) => changed !== undefined);
  // Sorting keeps the order of what is equal.
  const byCreation = haveOrder
    ? records
    : [...records].sort((a, b) => time(a.record.created_at) - time(b.record.created_at));
  const byChange = [...records].sort(
    (a, b) => (haveOrder ? 0 : time(a.record.updated_at) - time(b.record.updated_at)) || place(a) - place(b),
  );
  table.fill(
    byCreation.map(({ record }) => record),
    byChange.map(({ record }) => record),
  );
}
