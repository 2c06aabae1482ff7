import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVpcepClient, createVpcepCore, VpcepError } from '../src/index.js';
import { strange } from './strange-values.js';

/** A function, as any looks to JavaScript. */
type Callable = (...args: unknown[]) => unknown;

/** Answers everything with what every call is content with. */
const fetch = (url: string) =>
  Promise.resolve(
    Response.json({
      endpoints: [],
      connections: [{ id: 'y', status: 'accepted' }],
      projects: [{ id: 'p', name: 'cn-north-4' }],
      total_count: 0,
      status: url.includes('vpc-endpoints') ? 'accepted' : 'available',
    }),
  );
const valid = {
  region: 'cn-north-4',
  baseUrl: 'https://vpcep.example',
  projectId: 'p',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  fetch,
  maxRetries: 0,
} as const;
const path = { vpc_endpoint_service_id: 'x' };
const body = { port_id: 'a', vpc_id: 'b', server_type: 'VM', ports: [] };

/** Runs what may refuse: its result, or undefined after an error of the client. Any other error fails the test. */
function refusing<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    expect(error).toBeInstanceOf(VpcepError);
    return undefined;
  }
}

/** The same with what promises a result, and may throw nothing before. */
async function rejecting(promised: unknown): Promise<void> {
  expect(promised).toBeInstanceOf(Promise);
  await Promise.resolve(promised).catch((error: unknown) => {
    expect(error).toBeInstanceOf(VpcepError);
    // Errors are logged.
    expect(JSON.stringify(error)).toContain('message');
  });
}

const create = createVpcepClient as Callable as (options: unknown) => Record<string, Callable> & { http: object };
const createCore = createVpcepCore as Callable as (options: unknown) => Record<string, Callable>;
const method = (client: object, name: string) => Reflect.get(client, name) as Callable;
const runs = { numRuns: scaled(300) };

const attemptOptions = ['timeout', 'totalTimeout', 'maxRetries', 'maxRetryDelay', 'retryUnsafe'];
const coreOptions = [...attemptOptions, 'baseUrl', 'projectId', 'credentials', 'headers'];
const clientOptions = [
  ...coreOptions,
  ...[
    'region',
    'iamUrl',
    'fetch',
    'hooks',
    'errorCatalogue',
    'waiting',
    'appInfo',
    'maxConcurrency',
    'strange',
    'hooks.onRetry',
  ],
  ...['waiting.timeout', 'waiting.minDelay', 'waiting.maxDelay', 'appInfo.name', 'appInfo.version', 'appInfo.url'],
  ...['credentials.accessKeyId', 'credentials.secretAccessKey', 'credentials.securityToken', 'credentials.expiresAt'],
  ...['credentials.token', 'headers.X-Own'],
];

/** An object with a value at a place such as `waiting.timeout`. */
function withValue(base: object, place: string, value: unknown): object {
  const [name = '', ...rest] = place.split('.');
  const inner: unknown = Reflect.get(base, name);
  return { ...base, [name]: rest.length === 0 ? value : withValue(Object(inner) as object, rest.join('.'), value) };
}

test('whatever the options of a client, nothing but a VpcepError leaves it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...clientOptions), strange, async (place, make) => {
      const value = make();
      const client = refusing(() => create(withValue(valid, place, value)));
      if (client !== undefined) await rejecting(method(client, 'listServiceDetails')({ path }));
      const changed = refusing(() => method(create(valid), 'withOptions')(withValue({}, place, value)));
      if (changed !== undefined) await rejecting(method(changed as object, 'createEndpointService')({ body }));
    }),
    runs,
  );
});

test('whatever is given in place of options, nothing but a VpcepError leaves', () => {
  fc.assert(
    fc.property(strange, (make) => {
      const value = make();
      refusing(() => create(value));
      refusing(() => createCore(value));
      refusing(() => method(create(valid), 'withOptions')(value));
    }),
    runs,
  );
});

test('whatever the options of the core, nothing but a VpcepError leaves it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...coreOptions), strange, async (name, make) => {
      const value = make();
      const core = refusing(() => createCore({ ...valid, credentials: { token: 't' }, [name]: value }));
      if (core !== undefined) await rejecting(method(core, 'listServiceDetails')({ path }));
    }),
    runs,
  );
});

test('whatever a function returns as credentials, nothing but a VpcepError leaves the client', async () => {
  await fc.assert(
    fc.asyncProperty(strange, fc.boolean(), async (make, throws) => {
      const value = make();
      const credentials = () => {
        if (throws) throw value;
        return value;
      };
      await rejecting(method(create({ ...valid, credentials }), 'listServiceDetails')({ path }));
    }),
    runs,
  );
});

const callArguments = [
  ...['path', 'query', 'body', 'signal', 'strange', 'path.vpc_endpoint_service_id', 'path.project_id'],
  ...[...attemptOptions, 'query.id', 'query.limit', 'body.port_id', 'body.ports', 'headers', 'headers.X-Own'],
];
const methods = ['listEndpointService', 'listServiceDetails', 'createEndpointService', 'deleteEndpointService'];

test('whatever the arguments of a call, it rejects with nothing but a VpcepError', async () => {
  const client = create(valid);
  const core = createCore({ ...valid, credentials: { token: 't' } });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.constantFrom(undefined, ...callArguments),
      strange,
      async (name, place, make) => {
        const value = make();
        const args = place === undefined ? value : withValue({ path, body }, place, value);
        await rejecting(method(client, name)(args));
        // The core leaves what a signal is to the types.
        if (place !== 'signal') await rejecting(method(core, name)(args));
      },
    ),
    runs,
  );
});

test('whatever path, query and body are given to http, it rejects with nothing but a VpcepError', async () => {
  const { http } = create(valid);
  const template = '/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}';
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('params.path.project_id', 'params.path.vpc_endpoint_service_id', 'params.query.id', 'body'),
      strange,
      async (place, make) => {
        const value = make();
        const init = withValue({ params: { path: { project_id: 'p', ...path }, query: {} } }, place, value);
        await rejecting(method(http, 'PUT')(template, init));
      },
    ),
    runs,
  );
});

test('whatever is given to paginate, nothing but a VpcepError leaves it', async () => {
  const client = create(valid);
  const places = ['0', '1', '2', '1.path', '1.query', '1.query.id', '1.headers', '1.timeout', '1.strange'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places, '2.pageSize', '2.limit', '2.signal', '2.strange'),
      strange,
      async (place, make) => {
        const value = make();
        const args = withValue({ 0: 'listEndpoints', 1: {}, 2: {} }, place, value);
        const list = refusing(() => method(client, 'paginate')(...(Object.values(args) as unknown[])));
        if (list === undefined) return;
        const [page] = [(list as { pages(): AsyncIterable<unknown> }).pages()[Symbol.asyncIterator]()];
        await rejecting(page.next());
      },
    ),
    runs,
  );
});

test('whatever is given to a waiter, it rejects with nothing but a VpcepError', async () => {
  const client = create(valid);
  const waiters = ['waitForEndpointService', 'waitForEndpoint', 'waitForConnection'];
  const places = ['0', '1', '2', '2.projectId', '2.signal', '2.timeout', '2.minDelay', '2.maxDelay', '2.onProgress'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...waiters),
      fc.constantFrom(...places, '2.until', '2.strange'),
      strange,
      async (name, place, make) => {
        const value = make();
        const [id, endpointId, options] = Object.values(
          withValue({ 0: 'x', 1: 'y', 2: { timeout: 50, minDelay: 20, maxDelay: 30 } }, place, value),
        ) as unknown[];
        const wait = method(client, name);
        await rejecting(name === 'waitForConnection' ? wait(id, endpointId, options) : wait(id, options));
      },
    ),
    runs,
  );
});
