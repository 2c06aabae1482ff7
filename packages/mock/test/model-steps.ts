import fc from 'fast-check';
import { expect } from 'vitest';
import type { Mock, MockOptions } from '../src/index.js';
import { type Api, endpointBody, serviceBody } from './api.js';
import { Model, type ModelEndpoint, type ModelService, quota, takes } from './model.js';

/** What the steps of a sequence act on, beside the model. */
export interface Real {
  readonly mock: Pick<Mock, 'clock' | 'load' | 'state'>;
  readonly owner: Api;
  readonly consumer: Api;
}

/** The options of a mock that the model is a model of. */
export const modelled = {
  transitions: { endpoint_service: `time(${takes.service}s)`, endpoint: `time(${takes.endpoint}s)` },
  quotas: { endpoint_service: quota.service, endpoint: quota.endpoint },
} satisfies MockOptions;

const projects = ['owner', 'consumer'] as const;
type Project = (typeof projects)[number];
type Step = (model: Model, real: Real) => Promise<void>;

const step = (name: string, act: Step): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run: act,
  toString: () => name,
});
/** Any of those that there are, or that there were. */
const pick = <T>(things: readonly T[], index: number): T | undefined => things[index % Math.max(things.length, 1)];
const newestFirst = <T extends { changed: number }>(things: T[], byChange: boolean): T[] =>
  byChange ? [...things].sort((a, b) => b.changed - a.changed) : [...things].reverse();

const project = fc.constantFrom(...projects);
const index = fc.nat(9);
const page = fc.record({ limit: fc.nat(4), offset: fc.nat(6), byChange: fc.boolean(), ascending: fc.boolean() });
type PageOf = typeof page extends fc.Arbitrary<infer T> ? T : never;
const queryOf = ({ limit, offset, byChange, ascending }: PageOf) => ({
  limit,
  offset,
  sort_key: byChange ? 'update_at' : 'create_at',
  sort_dir: ascending ? 'asc' : 'desc',
});
function pageOf<T extends { changed: number }>(things: T[], { limit, offset, byChange, ascending }: PageOf): T[] {
  const sorted = newestFirst(things, byChange);
  return (ascending ? sorted.reverse() : sorted).slice(offset, offset + limit);
}

/** Why a service may not be created, if it may not. */
function obstacle(model: Model, of: Project, backend: number, serverPort: number): string | undefined {
  const own = model.servicesOf(of);
  if (own.some((other) => other.backend === backend && other.serverPort === serverPort)) return 'EndPoint.3044';
  return own.length >= quota.service ? 'Endpoint.1018' : undefined;
}

const createService = fc
  .record({ of: project, backend: fc.nat(2), serverPort: fc.integer({ min: 80, max: 83 }), approval: fc.boolean() })
  .map(({ of, backend, serverPort, approval }) =>
    step(`${of} creates a service at ${backend}:${serverPort}, approval ${String(approval)}`, async (model, real) => {
      const body = serviceBody(backend, {
        ports: [{ client_port: 1, server_port: serverPort }],
        approval_enabled: approval,
      });
      const code = obstacle(model, of, backend, serverPort);
      if (code !== undefined) {
        await real[of].refused('createEndpointService', code, { body });
        return;
      }
      const { id } = await real[of].ok('createEndpointService', { body });
      expect([...model.services, ...model.endpoints].map((thing) => thing.id)).not.toContain(id);
      const due = model.now + takes.service;
      const common = { whitelist: [], status: 'creating' as const, name: '', changed: ++model.changes };
      model.services.push({ id, project: of, backend, serverPort, approval, due, ...common });
    }),
  );

const renameService = fc.tuple(project, index, fc.constantFrom('', 'orders', 'stock')).map(([of, n, name]) =>
  step(`${of} calls service ${n} "${name}"`, async (model, real) => {
    const service = pick(model.services, n);
    if (service === undefined) return;
    const sent = { service: service.id, body: { endpoint_service_name: name } };
    if (service.project !== of || service.status === 'gone' || service.status === 'deleting') {
      await real[of].refused('updateEndpointServiceName', 'EndPoint.0005', sent);
      return;
    }
    await real[of].ok('updateEndpointServiceName', sent);
    service.name = name;
    service.changed = ++model.changes;
  }),
);

const toggleApproval = fc.tuple(project, index, fc.boolean()).map(([of, n, approval]) =>
  step(`${of} sets approval of service ${n} to ${String(approval)}`, async (model, real) => {
    const service = pick(model.services, n);
    if (service === undefined) return;
    const sent = { service: service.id, body: { approval_enabled: approval } };
    if (service.project !== of || service.status === 'gone') {
      await real[of].refused('updateEndpointService', 'EndPoint.0005', sent);
    } else if (service.status !== 'available' || model.connectionsOf(service).some((c) => c.status === 'creating')) {
      // What a change means for endpoints that are being connected is nobody's promise.
      if (service.status !== 'available') await real[of].refused('updateEndpointService', 'EndPoint.3045', sent);
    } else {
      await real[of].ok('updateEndpointService', sent);
      service.approval = approval;
      service.changed = ++model.changes;
    }
  }),
);

const deleteService = fc.tuple(project, index).map(([of, n]) =>
  step(`${of} deletes service ${n}`, async (model, real) => {
    const service = pick(model.services, n);
    if (service === undefined) return;
    const sent = { service: service.id };
    if (service.project !== of || service.status === 'gone') {
      await real[of].refused('deleteEndpointService', 'EndPoint.0005', sent);
    } else if (service.status !== 'available') {
      await real[of].refused('deleteEndpointService', 'EndPoint.3005', sent);
    } else if (model.uses(service) > 0) {
      await real[of].refused('deleteEndpointService', 'EndPoint.3006', sent);
    } else {
      await real[of].ok('deleteEndpointService', sent);
      Object.assign(service, { status: 'deleting', due: model.now + takes.service, changed: ++model.changes });
    }
  }),
);

const allow = fc
  .tuple(index, fc.constantFrom('add', 'remove'), fc.constantFrom('*', 'iam:domain::owner', 'iam:domain::consumer'))
  .map(([n, action, entry]) =>
    step(`the owner of service ${n} asks to ${action} ${entry}`, async (model, real) => {
      const service = pick(model.services, n);
      if (service === undefined || service.status === 'gone') return;
      const api = real[service.project as Project];
      await api.ok('addOrRemoveServicePermissions', { service: service.id, body: { action, permissions: [entry] } });
      service.whitelist = service.whitelist.filter((other) => other !== entry);
      if (action === 'add') service.whitelist.push(entry);
      const { total_count: total } = await api.ok('listServicePermissionsDetails', { service: service.id });
      expect(total).toBe(service.whitelist.length);
    }),
  );

/** Why a project may not connect to a service, if it may not. */
function barrier(model: Model, of: Project, service: ModelService): string | undefined {
  if (service.status === 'gone') return 'EndPoint.2003';
  const allowed =
    service.project === of || service.whitelist.some((entry) => ['*', `iam:domain::${of}`].includes(entry));
  if (!allowed) return 'EndPoint.2012';
  if (service.status !== 'available') return 'EndPoint.2004';
  return model.endpointsOf(of).length >= quota.endpoint ? 'Endpoint.1018' : undefined;
}

const connect = fc.tuple(project, index).map(([of, n]) =>
  step(`${of} connects to service ${n}`, async (model, real) => {
    const service = pick(model.services, n);
    if (service === undefined) return;
    const body = endpointBody(service.id);
    const code = barrier(model, of, service);
    if (code !== undefined) {
      await real[of].refused('createEndpoint', code, { body });
      return;
    }
    const { id } = await real[of].ok('createEndpoint', { body });
    const changed = ++model.changes;
    model.endpoints.push({ id, project: of, service, status: 'creating', due: model.now + takes.endpoint, changed });
  }),
);

/** Why a connection may not be decided on, if it may not. */
function hindrance(of: Project, { service, status }: ModelEndpoint): string | undefined {
  if (service.project !== of || service.status === 'gone') return 'EndPoint.0005';
  if (status === 'gone') return 'EndPoint.2013';
  if (status === 'creating') return 'EndPoint.2019';
  return status === 'deleting' ? 'EndPoint.2018' : undefined;
}

const decide = fc.tuple(project, index, fc.constantFrom('receive', 'reject')).map(([of, n, action]) =>
  step(`${of} decides to ${action} endpoint ${n}`, async (model, real) => {
    const endpoint = pick(model.endpoints, n);
    if (endpoint === undefined) return;
    const sent = { service: endpoint.service.id, body: { action, endpoints: [endpoint.id] } };
    const code = hindrance(of, endpoint);
    if (code !== undefined) {
      await real[of].refused('acceptOrRejectEndpoint', code, sent);
      return;
    }
    await real[of].ok('acceptOrRejectEndpoint', sent);
    const status = action === 'receive' ? 'accepted' : 'rejected';
    if (endpoint.status === status) return;
    endpoint.status = status;
    endpoint.changed = ++model.changes;
  }),
);

const deleteEndpoint = fc.tuple(project, index).map(([of, n]) =>
  step(`${of} deletes endpoint ${n}`, async (model, real) => {
    const endpoint = pick(model.endpoints, n);
    if (endpoint === undefined) return;
    const sent = { endpoint: endpoint.id };
    if (endpoint.project !== of || endpoint.status === 'gone') {
      await real[of].refused('deleteEndpoint', 'EndPoint.0005', sent);
    } else if (endpoint.status === 'creating' || endpoint.status === 'deleting') {
      const code = endpoint.status === 'creating' ? 'EndPoint.2019' : 'EndPoint.2018';
      await real[of].refused('deleteEndpoint', code, sent);
    } else {
      await real[of].ok('deleteEndpoint', sent);
      Object.assign(endpoint, { status: 'deleting', due: model.now + takes.endpoint, changed: ++model.changes });
    }
  }),
);

const advance = fc.constantFrom(1, 29, 30, 31, 60, 90, 300).map((seconds) =>
  step(`${seconds} seconds pass`, (model, real) => {
    real.mock.clock.advance(`${seconds}s`);
    model.advance(seconds);
    return Promise.resolve();
  }),
);

const listServices = fc
  .tuple(project, page, fc.option(fc.constantFrom('creating', 'available', 'deleting'), { nil: undefined }))
  .map(([of, paging, status]) =>
    step(`${of} lists services, ${JSON.stringify({ ...paging, status })}`, async (model, real) => {
      const matching = model.servicesOf(of).filter((service) => status === undefined || service.status === status);
      const query = { ...queryOf(paging), ...(status === undefined ? {} : { status }) };
      const { endpoint_services: services, total_count: total } = await real[of].ok('listEndpointService', { query });
      expect(total).toBe(matching.length);
      expect(services.map((service) => [service.id, service.status, service.connection_count])).toEqual(
        pageOf(matching, paging).map((service) => [service.id, service.status, model.uses(service)]),
      );
    }),
  );

const listEndpoints = fc.tuple(project, page).map(([of, paging]) =>
  step(`${of} lists endpoints, ${JSON.stringify(paging)}`, async (model, real) => {
    const own = model.endpointsOf(of);
    const { endpoints, total_count: total } = await real[of].ok('listEndpoints', { query: queryOf(paging) });
    expect(total).toBe(own.length);
    expect(endpoints.map(({ id, status }) => [id, status])).toEqual(
      pageOf(own, paging).map(({ id, status }) => [id, status]),
    );
  }),
);

const listConnections = fc.tuple(project, index, page).map(([of, n, paging]) =>
  step(`${of} lists connections of service ${n}, ${JSON.stringify(paging)}`, async (model, real) => {
    const service = pick(model.services, n);
    if (service === undefined) return;
    const sent = { service: service.id, query: queryOf(paging) };
    if (service.project !== of || service.status === 'gone') {
      await real[of].refused('listServiceConnections', 'EndPoint.0005', sent);
      return;
    }
    const { connections, total_count: total } = await real[of].ok('listServiceConnections', sent);
    const expected = model.connectionsOf(service);
    expect(total).toBe(expected.length);
    expect(connections.map((connection) => [connection.id, connection.status, connection.domain_id])).toEqual(
      pageOf(expected, paging).map((endpoint) => [endpoint.id, endpoint.status, endpoint.project]),
    );
  }),
);

const show = fc.tuple(project, index).map(([of, n]) =>
  step(`${of} polls service ${n} and endpoint ${n}`, async (model, real) => {
    const service = pick(model.services, n);
    if (service?.project === of && service.status !== 'gone') {
      const { status, service_name: name } = await real[of].ok('listServiceDetails', { service: service.id });
      const full = ['cn-north-4', ...(service.name === '' ? [] : [service.name]), service.id].join('.');
      expect([status, name]).toEqual([service.status, full]);
      const query = { endpoint_service_name: full };
      for (const anybody of projects) {
        expect((await real[anybody].ok('listServiceDescribeDetails', { query })).id).toBe(service.id);
      }
    } else if (service !== undefined) {
      await real[of].refused('listServiceDetails', 'EndPoint.0005', { service: service.id });
    }
    const endpoint = pick(model.endpoints, n);
    if (endpoint?.project === of && endpoint.status !== 'gone') {
      const details = await real[of].ok('listEndpointInfoDetails', { endpoint: endpoint.id });
      expect([details.status, details.endpoint_service_id]).toEqual([endpoint.status, endpoint.service.id]);
    } else if (endpoint !== undefined) {
      await real[of].refused('listEndpointInfoDetails', 'EndPoint.0005', { endpoint: endpoint.id });
    }
  }),
);

const countUsed = project.map((of) =>
  step(`${of} asks for its quotas`, async (model, real) => {
    const { quotas } = await real[of].ok('listQuotaDetails');
    expect(quotas.resources.map(({ used }) => used)).toEqual([
      model.servicesOf(of).length,
      model.endpointsOf(of).length,
    ]);
  }),
);

const reload = fc.constant(
  step('the state is saved and loaded', (_, real) => {
    real.mock.load(real.mock.state());
    return Promise.resolve();
  }),
);

const steps = [
  createService,
  createService,
  createService,
  createService,
  renameService,
  toggleApproval,
  deleteService,
  allow,
  allow,
  connect,
  connect,
  connect,
  connect,
  connect,
  decide,
  decide,
  deleteEndpoint,
  advance,
  advance,
  advance,
  listServices,
  listEndpoints,
  listConnections,
  show,
  countUsed,
  reload,
];
const sequence = (maxCommands: number) => fc.commands(steps, { maxCommands, size: 'max' });
// Short ones are many for the time that they take; what it takes many steps to reach, long ones find.
/** Sequences of steps, each of which compares what the mock does with what the model says. */
export const sequences = fc.oneof({ weight: 19, arbitrary: sequence(40) }, { weight: 1, arbitrary: sequence(150) });
