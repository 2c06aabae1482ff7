import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ transitions: 'immediate', quotas: { endpoint_service: 2, endpoint: 2 } });
const agent = new Agent({ keepAlive: true });
afterAll(() => {
  agent.destroy();
});

/** Sends a request for a project whatever it is called. `URL` would resolve `..`. */
async function send(method: string, project: string, rest: string, body?: unknown) {
  const { hostname, port } = new URL(run.mock.url);
  const headers = { 'X-Auth-Token': 'any', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const sent = request({ agent, hostname, port, method, path: `/v1/${encodeURIComponent(project)}/${rest}`, headers });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: JSON.parse(await readText(response)) as Record<string, unknown> };
}
async function ok(...args: Parameters<typeof send>) {
  const { status, body } = await send(...args);
  if (status !== 200) expect.fail(`${args.join(' ')}: ${JSON.stringify(body)}`);
  return body;
}
const idsIn = (list: unknown) => (list as { id: string }[]).map(({ id }) => id).sort();

/** The gateway that the operator offers, so that endpoints have route tables. */
async function gateway(): Promise<string> {
  const { endpoint_services: services } = await ok(
    'GET',
    'p',
    'vpc-endpoint-services/public?endpoint_service_name=obs',
  );
  return idsIn(services)[0] ?? '';
}

const separator = fc.constantFrom('/', '//', '%2F', ':', '\0', ' ');
const piece = fc.constantFrom('a', 'b', '1', '.', '..', '%', '+', '?', '#', ';', 'available', 'é', '項', '😀', '1:a');

interface Tenant {
  project: string;
  vpc: string;
  table: string;
}
/** Tenants that are easily taken for each other: what parts a project and its VPC is part of the name of another. */
const alike: fc.Arbitrary<Tenant[]> = fc
  .tuple(separator, fc.array(piece, { minLength: 3, maxLength: 4 }))
  .map(([by, pieces]) =>
    pieces.slice(1).map((_, index) => {
      const rest = pieces.slice(index + 1).join(by);
      return { project: pieces.slice(0, index + 1).join(by), vpc: rest, table: rest };
    }),
  );
const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom('..', '.', '__proto__', 'constructor', 'toString', 'x'.repeat(64), '項'.repeat(64)),
);
const tenants = fc.oneof(
  { weight: 2, arbitrary: alike },
  fc.uniqueArray(fc.record({ project: id, vpc: id, table: id }), {
    minLength: 2,
    maxLength: 4,
    selector: ({ project }) => project,
  }),
);

test('tenants see what is theirs, and nothing else, whatever they and their VPCs are called', async () => {
  const service = await gateway();
  await fc.assert(
    fc.asyncProperty(tenants, async (all) => {
      run.mock.reset();
      const own = new Map<string, { service: unknown; endpoint: unknown }>();
      for (const { project, vpc, table } of all) {
        // Each has the same backend, and could not have it twice.
        const body = serviceBody(1, { tags: [{ key: 'of', value: 'me' }] });
        const { id: created } = await ok('POST', project, 'vpc-endpoint-services', body);
        const connected = { endpoint_service_id: service, vpc_id: vpc, routetables: [table] };
        own.set(project, {
          service: created,
          endpoint: (await ok('POST', project, 'vpc-endpoints', connected))['id'],
        });
      }
      for (const { project, vpc } of all) {
        const { service: ownService, endpoint: ownEndpoint } = own.get(project) ?? {};
        const services = async (query: string) =>
          idsIn((await ok('GET', project, `vpc-endpoint-services${query}`))['endpoint_services']);
        expect(await services('')).toEqual([ownService]);
        expect(await services('?status=available')).toEqual([ownService]);
        const endpoints = async (query: string) =>
          idsIn((await ok('GET', project, `vpc-endpoints${query}`))['endpoints']);
        expect(await endpoints('')).toEqual([ownEndpoint]);
        for (const other of all) {
          const found = await endpoints(`?vpc_id=${encodeURIComponent(other.vpc)}`);
          expect(found).toEqual(other.vpc === vpc ? [ownEndpoint] : []);
          const { status } = await send('GET', other.project, `vpc-endpoints/${String(ownEndpoint)}`);
          expect(status).toBe(other.project === project ? 200 : 404);
        }
        const tagged = await ok('POST', project, 'endpoint_service/resource_instances/action', { action: 'count' });
        expect(tagged['total_count']).toBe(1);
        expect((await ok('GET', project, 'quotas'))['quotas']).toMatchObject({
          resources: [{ used: 1 }, { used: 1 }],
        });
      }
      // Of another mock, or another time, they are the same.
      const state = JSON.parse(JSON.stringify(run.mock.state())) as ReturnType<typeof run.mock.state>;
      run.mock.load(state);
      expect(run.mock.state()).toEqual(state);
    }),
    { numRuns: scaled(25, 2_000) },
  );
});

test('accounts and organizations are those that a state has, whatever a project is called', async () => {
  const names = ['__proto__', 'constructor', 'a/b', '%2F', '..'];
  const accounts = Object.fromEntries(names.map((name, index) => [name, `account${index}`]));
  run.mock.load({ services: [], endpoints: [], accounts });
  expect(Object.entries(run.mock.state().accounts)).toEqual(Object.entries(accounts));
  for (const [index, name] of names.entries()) {
    run.mock.load({ services: [], endpoints: [], accounts });
    const { id: service } = await ok('POST', 'owner', 'vpc-endpoint-services', serviceBody(1));
    const whitelist = { action: 'add', permissions: [`iam:domain::account${index}`] };
    await ok('POST', 'owner', `vpc-endpoint-services/${String(service)}/permissions/action`, whitelist);
    const body = {
      endpoint_service_id: service,
      vpc_id: 'v',
      subnet_id: '00000000-0000-4000-8000-000000000000',
    };
    expect((await send('POST', name, 'vpc-endpoints', body)).status).toBe(200);
    expect((await send('POST', 'stranger', 'vpc-endpoints', body)).status).toBe(400);
  }
});
