import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordHar } from '../src/har/index.js';
import { createVpcepClient, type Fetch } from '../src/index.js';
import { body, id, ok, path } from './scripted-fetch.js';

const target = { baseUrl: 'https://vpcep.example', projectId: 'p', credentials: { token: 'planted-secret' } };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('what replaces the global fetch after a client was made', () => {
  const late = vi.fn(() => Promise.resolve(ok()));
  beforeEach(() => {
    late.mockClear();
  });

  test('is met by its calls', async () => {
    const client = createVpcepClient(target);
    vi.stubGlobal('fetch', late);
    expect(await client.listServiceDetails({ path })).toEqual({ id });
    await client.http.GET('/v1/{project_id}/quotas', { params: { path: { project_id: 'p' } } });
    expect(late).toHaveBeenCalledTimes(2);
  });

  test('is met by a recorder that was made before', async () => {
    const { fetch, har } = recordHar();
    const client = createVpcepClient({ ...target, fetch });
    vi.stubGlobal('fetch', late);
    await client.listServiceDetails({ path });
    expect(late).toHaveBeenCalledOnce();
    expect(har().log.entries).toHaveLength(1);
  });
});

describe('caches', () => {
  /** What fetch is told of a call that reads and of one that changes something. */
  async function initsOf(): Promise<(RequestInit | undefined)[]> {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(ok()));
    const client = createVpcepClient({ ...target, fetch });
    await client.listServiceDetails({ path });
    await client.createEndpointService({ body });
    await client.http.GET('/v1/{project_id}/quotas', { params: { path: { project_id: 'p' } } });
    return fetch.mock.calls.map(([, init]) => init);
  }

  test('are asked to keep no answer', async () => {
    const [read, changed, readThroughHttp] = await initsOf();
    expect([read?.cache, readThroughHttp?.cache]).toEqual(['no-store', 'no-store']);
    expect(changed).not.toHaveProperty('cache');
  });

  test('are not spoken of on platforms that do not know them, for some refuse it', async () => {
    const known = Object.getOwnPropertyDescriptor(Request.prototype, 'cache');
    Reflect.deleteProperty(Request.prototype, 'cache');
    try {
      for (const init of await initsOf()) expect(init).not.toHaveProperty('cache');
    } finally {
      Object.defineProperty(Request.prototype, 'cache', known ?? {});
    }
  });
});

test('many calls on one signal give no warning of a leak', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const { signal } = new AbortController();
  const fetch: Fetch = () => new Promise((resolve) => setTimeout(resolve, 5, ok()));
  const client = createVpcepClient({ ...target, fetch });
  await Promise.all(Array.from({ length: 40 }, () => client.listServiceDetails({ path, signal })));
  expect(warn).not.toHaveBeenCalled();
});
