import type { ConnectionStatus, EndpointServiceStatus } from '@vpcep/types';
import { type Clock, timestamp } from '../clock.js';
import { accountOf, idOf } from '../ids.js';
import { type Kind, readTransition, type Stage, type Transitions } from '../transition.js';
import type { EndpointRecord, Failure, ServiceRecord } from './records.js';
import { lifecycles } from '../generated/lifecycles.js';
import { type Key, keyOf } from './key.js';
import { Table } from './table.js';
import { Timeline } from './timeline.js';

/** How many resources of each kind a project may have. */
export type Quotas = Record<Kind, number>;

/** What sets a resource on its way: the stage that it is in, the errors that it ends with, and when that began. */
interface Departure {
  readonly stage?: Stage;
  readonly error?: Failure[];
  readonly from?: number;
}

/** What the store is made with. */
export interface StoreSettings {
  readonly clock: Clock;
  readonly seed: string;
  readonly region: string;
  /** Whether what is due may be finished at present; without it, at any time. */
  readonly mayFinish?: (() => boolean) | undefined;
}

const unique = <T>(values: readonly T[]): readonly T[] => (values.length < 2 ? values : [...new Set(values)]);

const firstMarker = 16_777_217;

const portKeys = ({ project_id, port_id, ports, status }: ServiceRecord): readonly Key[] =>
  // A service that failed opens no ports.
  status === 'failed'
    ? []
    : unique(
        ports.flatMap(({ server_port: port, protocol }) =>
          port === undefined ? [] : [keyOf(project_id, port_id, protocol, String(port))],
        ),
      );

/** Endpoint services and endpoints of all projects, and what is under way among them. */
export class Store {
  readonly services = new Table<ServiceRecord, 'project' | 'status', 'name' | 'port'>(
    {
      project: (service) => [keyOf(service.project_id)],
      status: (service) => [keyOf(service.project_id, service.status)],
    },
    { name: (service) => [keyOf(this.fullName(service))], port: portKeys },
  );
  readonly endpoints = new Table<
    EndpointRecord,
    'project' | 'vpc' | 'service' | 'connection',
    'address' | 'routetable' | 'marker'
  >(
    {
      project: (endpoint) => [keyOf(endpoint.project_id)],
      vpc: (endpoint) => [keyOf(endpoint.project_id, endpoint.vpc_id)],
      service: (endpoint) => [keyOf(endpoint.endpoint_service_id)],
      connection: (endpoint) => [keyOf(endpoint.endpoint_service_id, endpoint.status)],
    },
    {
      address: ({ project_id, subnet_id, address }) =>
        subnet_id === undefined || address === undefined ? [] : [keyOf(project_id, subnet_id, address)],
      routetable: ({ project_id, routetables }) => unique(routetables).map((id) => keyOf(project_id, id)),
      marker: ({ marker_id }) => [keyOf(String(marker_id))],
    },
  );
  /** The accounts of projects, where these are not accounts of their own. */
  readonly accounts = new Map<string, string>();
  /** The paths of accounts that are in an organization. */
  readonly organizations = new Map<string, string>();
  readonly #timeline = new Timeline<ServiceRecord | EndpointRecord>();
  #poolId: string | undefined;
  /** How many IDs and markers were given out. */
  readonly counters = { ids: 0, markers: 0 };

  constructor(
    readonly settings: StoreSettings,
    readonly transitions: Transitions,
    readonly quotas: Quotas,
  ) {}

  /** The resource pool that all services of the region are on. */
  get poolId(): string {
    return (this.#poolId ??= idOf('pool', this.settings.region));
  }

  now(): string {
    return timestamp(this.settings.clock.now());
  }

  account(project: string): string {
    return this.accounts.get(project) ?? accountOf(project);
  }

  /** The name by which others find a service. */
  fullName({ id, name }: Pick<ServiceRecord, 'id' | 'name'>): string {
    return name === '' ? `${this.settings.region}.${id}` : `${this.settings.region}.${name}.${id}`;
  }

  newId(): string {
    for (;;) {
      const id = idOf(this.settings.seed, ++this.counters.ids);
      if (this.services.get(id) === undefined && this.endpoints.get(id) === undefined) return id;
    }
  }

  newMarker(): number {
    let marker;
    do marker = firstMarker + this.counters.markers++;
    while (this.endpoints.find('marker', keyOf(String(marker))).length > 0);
    return marker;
  }

  /** Sets a service on its way: to a status, or `gone`. */
  startService(
    service: ServiceRecord,
    to: Exclude<EndpointServiceStatus, 'creating'> | 'gone',
    { stage = 'endpoint_service', error, from = this.settings.clock.now() }: Departure = {},
  ): void {
    service.pending = { to, ...(error && { error }), ...this.#when(stage, from) };
    this.#begin(service, service.pending);
  }

  /** Sets an endpoint on its way: to a status, or `gone`. */
  startEndpoint(
    endpoint: EndpointRecord,
    to: ConnectionStatus | 'gone',
    { stage = 'endpoint', error, from = this.settings.clock.now() }: Departure = {},
  ): void {
    endpoint.pending = { to, ...(error && { error }), ...this.#when(stage, from) };
    this.#begin(endpoint, endpoint.pending);
  }

  /** Deletes a service in its time, which may begin later than when it is asked to. */
  deleteService(service: ServiceRecord): void {
    this.startService(service, 'deleting', { stage: 'endpoint_service_deletion_lag' });
  }

  /** Where a service stands, even if its status does not show yet that it is being deleted. */
  standing({ status, pending }: ServiceRecord): EndpointServiceStatus {
    return pending?.to === 'deleting' ? 'deleting' : status;
  }

  /**
   * Takes up what was under way when a state was saved. What stands in a passing state without saying where it is on its way
   * to goes where it would go if it had been created or deleted this moment.
   */
  resume(record: ServiceRecord | EndpointRecord): void {
    if (record.pending !== undefined) {
      if (record.pending.at !== undefined) this.#timeline.add(record.pending.at, record);
    } else if (isService(record)) {
      const { passing, final } = lifecycles.EndpointServiceStatus;
      if (isOneOf(passing, record.status))
        this.startService(record, isOneOf(final, record.status) ? 'gone' : 'available');
    } else {
      const { passing, final } = lifecycles.ConnectionStatus;
      if (isOneOf(passing, record.status)) {
        this.startEndpoint(record, isOneOf(final, record.status) ? 'gone' : this.statusOfNew(record));
      }
    }
  }

  /** How a new endpoint stands once it is there: connected, unless the owner of the service has to approve. */
  statusOfNew({ endpoint_service_id: service }: Pick<EndpointRecord, 'endpoint_service_id'>): ConnectionStatus {
    return this.services.get(service)?.approval_enabled === true ? 'pendingAcceptance' : 'accepted';
  }

  /** When the next thing is due by itself, in milliseconds since 1970 in UTC; undefined when nothing is. */
  get nextDue(): number | undefined {
    return this.#timeline.next;
  }

  /** The IDs of what will be due by itself, in the order in which that began. */
  underWay(): string[] {
    return this.#timeline.inOrder().map(({ id }) => id);
  }

  /** Finishes everything that is due. */
  settle(): void {
    if (this.settings.mayFinish?.() === false) return;
    const now = this.settings.clock.now();
    for (let due = this.#timeline.takeDue(now); due !== undefined; due = this.#timeline.takeDue(now)) {
      this.#finish(due.what, due.at);
    }
  }

  /** Notes that the details of a resource were read, which is what some transitions wait for. */
  polled(record: ServiceRecord | EndpointRecord): void {
    const { pending } = record;
    if (pending?.polls === undefined || this.settings.mayFinish?.() === false) return;
    const left = pending.polls - 1;
    this.amend(record, () => {
      pending.polls = left;
    });
    if (left <= 0) this.#finish(record, this.settings.clock.now());
  }

  /** Changes a service, now unless it happened before. */
  changeService(
    service: ServiceRecord,
    change: (service: ServiceRecord) => void,
    at = this.settings.clock.now(),
  ): void {
    this.services.update(service, (record) => {
      record.updated_at = timestamp(at);
      change(record);
    });
  }

  /** Changes an endpoint, now unless it happened before. */
  changeEndpoint(
    endpoint: EndpointRecord,
    change: (endpoint: EndpointRecord) => void,
    at = this.settings.clock.now(),
  ): void {
    this.endpoints.update(endpoint, (record) => {
      record.updated_at = timestamp(at);
      change(record);
    });
  }

  /** Changes what no list is sorted by and nothing is found by, and what is no change in the eyes of the API. */
  amend(record: ServiceRecord | EndpointRecord, change: () => void): void {
    change();
    (isService(record) ? this.services : this.endpoints).onChange(record.id);
  }

  #when(stage: Stage, from: number): { at: number } | { polls: number } {
    const transition = readTransition(this.transitions[stage]);
    if (transition === undefined) throw new Error(`${this.transitions[stage]} is no transition`);
    return 'after' in transition ? { at: from + transition.after } : transition;
  }

  #begin(record: ServiceRecord | EndpointRecord, { at, polls }: { at?: number; polls?: number }): void {
    const now = this.settings.clock.now();
    if (polls === 0 || (at !== undefined && at <= now)) this.#finish(record, at ?? now);
    else this.resume(record);
  }

  #finish(record: ServiceRecord | EndpointRecord, at: number): void {
    if (isService(record)) this.#finishService(record, at);
    else this.#finishEndpoint(record, at);
  }

  #finishService(service: ServiceRecord, at: number): void {
    const { to, error } = service.pending ?? {};
    if (to === undefined) return;
    if (to === 'gone') {
      const name = this.fullName(service);
      for (const endpoint of this.endpoints.list('service', keyOf(service.id))) {
        this.amend(endpoint, () => {
          endpoint.endpoint_service_name = name;
        });
      }
      this.services.remove(service);
      return;
    }
    this.changeService(
      service,
      (record) => {
        delete record.pending;
        record.status = to;
        if (error !== undefined) record.error = error;
      },
      at,
    );
    if (to === 'deleting') this.startService(service, 'gone', { from: at });
  }

  #finishEndpoint(endpoint: EndpointRecord, at: number): void {
    const { to, error } = endpoint.pending ?? {};
    if (to === undefined) return;
    if (to === 'gone') {
      this.endpoints.remove(endpoint);
      return;
    }
    this.changeEndpoint(
      endpoint,
      (record) => {
        delete record.pending;
        record.status = to;
        record.connected ||= to === 'accepted';
        if (error !== undefined) record.error = error;
      },
      at,
    );
  }
}

const isOneOf = (states: readonly string[], state: string): boolean => states.includes(state);

const isService = (record: ServiceRecord | EndpointRecord): record is ServiceRecord => 'server_type' in record;
