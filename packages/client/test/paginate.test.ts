import { startMock } from '@vpcep/mock';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createVpcepClient,
  VpcepAbortError,
  VpcepValidationError,
  type OperationCalls,
  type OperationId,
} from '../src/index.js';
import { paginate, type PaginateOptions } from '../src/paginate.js';
import { changingList, type Change, invalidOffset } from './changing-list.js';

const path = { vpc_endpoint_service_id: '4189d3c2-8882-4871-a3c2-d380272eed83' };

const read = (list: ReturnType<typeof changingList>, options: PaginateOptions = {}) =>
  paginate(list.client, 'listServiceConnections', { path }, options);

async function idsOf(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

describe('while items come and go', () => {
  const change = fc.record<Change>({
    kind: fc.constantFrom('add', 'remove'),
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });
  /** Changes that fall near each other, many at once: what moves a list furthest. */
  const burst = fc
    .tuple(fc.array(change, { maxLength: 4 }), fc.integer({ min: 1, max: 30 }))
    .map(([some, times]) => Array.from({ length: times }, () => some).flat());
  const situation = {
    length: fc.integer({ min: 0, max: 120 }),
    changes: fc.array(fc.oneof(fc.array(change, { maxLength: 5 }), burst), { maxLength: 40 }),
    pastTheEnd: fc.constantFrom('empty' as const, 'error' as const),
    cap: fc.oneof(fc.constant(Infinity), fc.integer({ min: 2, max: 20 })),
    pageSize: fc.integer({ min: 2, max: 50 }),
  };

  test('each item that stays comes exactly once, in the order of the list, and no item twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(situation), async ({ pageSize, ...options }) => {
        const list = changingList(options);
        const first = list.ids();
        const ids = await idsOf(read(list, { pageSize }));

        const stayed = first.filter((id) => !list.removed.has(id));
        const here = new Set(stayed);
        expect(ids.filter((id) => here.has(id))).toEqual(stayed);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => list.ever.has(id))).toBe(true);
      }),
      { numRuns: scaled(400) },
    );
  });

  test('no request goes past the total that the one before it told, or asks for more than a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(situation), async ({ pageSize, ...options }) => {
        const list = changingList(options);
        await idsOf(read(list, { pageSize }));
        for (const [index, { limit, offset, knownTotal }] of list.requests.entries()) {
          expect(limit).toBe(pageSize);
          if (index === 0) expect(offset).toBeUndefined();
          // The first page needs no offset, and 0 is not documented.
          else if (offset !== undefined) {
            expect(offset).toBeGreaterThan(0);
            expect(offset).toBeLessThan(knownTotal ?? 0);
          }
        }
      }),
      { numRuns: scaled(100) },
    );
  });

  test('a limit returns the first so many of the same items', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ ...situation, limit: fc.integer({ min: 1, max: 150 }) }),
        async ({ pageSize, limit, ...options }) => {
          const list = changingList(options);
          const first = list.ids();
          const ids = await idsOf(read(list, { pageSize, limit }));
          expect(ids.length).toBeLessThanOrEqual(limit);
          expect(new Set(ids).size).toBe(ids.length);
          const stayed = first.filter((id) => !list.removed.has(id));
          if (ids.length < limit) expect(stayed.filter((id) => !ids.includes(id))).toEqual([]);
          const here = new Set(stayed);
          const came = ids.filter((id) => here.has(id));
          expect(came).toEqual(stayed.slice(0, came.length));
        },
      ),
      { numRuns: scaled(100) },
    );
  });

  test('what was removed is made up for with two requests', async () => {
    const list = changingList({ length: 30, changes: [[{ kind: 'remove', where: 0 }]] });
    const first = list.ids();
    expect(await idsOf(read(list, { pageSize: 10 }))).toEqual(first);
    // The page at 9 begins with an item that is new: one may be missing before it.
    expect(list.requests.map(({ offset }) => offset)).toEqual([undefined, 9, 4, 13, 22]);
  });

  test('however much was removed, its place is found in few requests, each time anew', async () => {
    const removed = (times: number) => Array<Change>(times).fill({ kind: 'remove', where: 0 });
    const changes: Change[][] = [];
    changes[10] = removed(20);
    changes[20] = removed(1);
    const list = changingList({ length: 100, changes });
    const first = list.ids();
    expect(await idsOf(read(list, { pageSize: 4 }))).toEqual(first);
    const offsets = list.requests.map(({ offset = 0 }) => offset);
    expect(offsets.slice(0, 11)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
    // Back by 2, 4, 8 and 16, and on from there; later, for one item, by 2.
    const [many, few] = [offsets.slice(11, 21), offsets.slice(21, 25)];
    expect(many).toEqual([33, 31, 27, 19, 3, 6, 9, 12, 15, 18]);
    expect(few).toEqual([21, 19, 22, 25]);
  });

  test('a list that changes after every request is read to its end', async () => {
    const list = changingList({ length: 1000, changes: Array<Change[]>(300).fill([{ kind: 'remove', where: 0 }]) });
    const first = list.ids();
    const ids = await idsOf(read(list, { pageSize: 10 }));
    expect(first.filter((id) => !list.removed.has(id) && !ids.includes(id))).toEqual([]);
  });

  test('a list that never settles is given up', async () => {
    let turn = 0;
    const client = {
      listServiceConnections: ({ query: { offset = 0 } }) => {
        turn++;
        const ids = offset === 0 ? ['a', 'b'] : [`c-${turn}`, `d-${turn}`];
        return Promise.resolve({ connections: ids.map((id) => ({ id })), total_count: 1000 });
      },
    } as unknown as OperationCalls<'listServiceConnections'>;
    const items = paginate(client, 'listServiceConnections', { path });
    await expect(idsOf(items)).rejects.toThrow(/^listServiceConnections: the list changes faster than it can be read/);
    expect(turn).toBeLessThan(100);
  });

  test('a service that gives the same page for each offset, and counts more than it gives, is given up', async () => {
    let requests = 0;
    const client = {
      listServiceConnections: () => {
        if (++requests > 100) throw new Error('this is asked for without end');
        return Promise.resolve({ connections: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], total_count: 4_000_000_000 });
      },
    } as unknown as OperationCalls<'listServiceConnections'>;
    const ids: string[] = [];
    const reading = (async () => {
      for await (const { id } of paginate(client, 'listServiceConnections', { path })) ids.push(id);
    })();
    await expect(reading).rejects.toThrow(
      /^listServiceConnections: .* the service ignores "offset"; try larger pages$/,
    );
    expect(ids).toEqual(['a', 'b', 'c']);
  });

  test('where as many come in front as a page holds, each item comes all the same', async () => {
    const inserted = (times: number) => Array<Change>(times).fill({ kind: 'add', where: 0 });
    const list = changingList({ length: 30, changes: Array<Change[]>(20).fill(inserted(4)) });
    const first = list.ids();
    expect(await idsOf(read(list, { pageSize: 5 }))).toEqual(first);
  });
});

describe('the requests', () => {
  test('ask for the largest page there is, and are as few as it takes', async () => {
    const list = changingList({ length: 1500 });
    expect(await idsOf(read(list))).toEqual(list.ids());
    expect(list.requests).toMatchObject([{ limit: 1000 }, { limit: 1000, offset: 999 }]);
  });

  test('ask for no more than the limit needs', async () => {
    const list = changingList({ length: 100 });
    expect(await idsOf(read(list, { limit: 25, pageSize: 10 }))).toEqual(list.ids().slice(0, 25));
    expect(list.requests.map(({ limit, offset }) => [limit, offset])).toEqual([
      [10, undefined],
      [10, 9],
      [7, 18],
    ]);
    const one = changingList({ length: 100 });
    expect(await idsOf(read(one, { limit: 1 }))).toEqual(one.ids().slice(0, 1));
    expect(one.requests).toMatchObject([{ limit: 1 }]);
  });

  test('are made only when more items are asked for', async () => {
    const list = changingList({ length: 100 });
    for await (const { id } of read(list, { pageSize: 10 })) if (id === list.ids()[12]) break;
    expect(list.requests).toHaveLength(2);
  });

  test('carry the arguments of the call and the signal', async () => {
    const list = changingList({ length: 3 });
    const { signal } = new AbortController();
    const query = { status: 'accepted', sort_dir: 'asc' } as const;
    const args = { path, query, headers: { 'X-Trace': '1' } };
    await idsOf(paginate(list.client, 'listServiceConnections', args, { pageSize: 2, signal }));
    const sent = { path, headers: { 'X-Trace': '1' }, signal };
    expect(list.calls).toEqual([
      { ...sent, query: { ...query, limit: 2 } },
      { ...sent, query: { ...query, limit: 2, offset: 1 } },
    ]);
  });

  test('begin anew with each iteration', async () => {
    const list = changingList({ length: 5 });
    const items = read(list, { pageSize: 2 });
    expect(await idsOf(items)).toEqual(list.ids());
    expect(await idsOf(items)).toEqual(list.ids());
  });

  test('end a list whose total says more than there is', async () => {
    const client = {
      listServiceConnections: ({ query: { offset = 0, limit = 0 } }) =>
        Promise.resolve({
          connections: ['a', 'b', 'c'].map((id) => ({ id })).slice(offset, offset + limit),
          total_count: 10,
        }),
    } as unknown as OperationCalls<'listServiceConnections'>;
    expect(await idsOf(paginate(client, 'listServiceConnections', { path }))).toEqual(['a', 'b', 'c']);
  });
});

test('pages come with the total, and hold no item twice', async () => {
  const list = changingList({ length: 5 });
  const pages = [];
  for await (const page of read(list, { pageSize: 3 }).pages()) pages.push(page);
  const [a, b, c, d, e] = list.ids().map((id) => ({ id }));
  expect(pages).toEqual([
    { items: [a, b, c], total_count: 5 },
    { items: [d, e], total_count: 5 },
  ]);
});

test('an empty list is one empty page', async () => {
  const list = changingList({ length: 0 });
  const pages = [];
  for await (const page of read(list).pages()) pages.push(page);
  expect(pages).toEqual([{ items: [], total_count: 0 }]);
  expect(list.requests).toHaveLength(1);
});

test('resources are searched for in the body, with texts of digits, and known by their own ID', async () => {
  const bodies: unknown[] = [];
  const all = ['a', 'b', 'c', 'd'].map((id) => ({ resource_id: id, resource_name: id, tags: [] }));
  const client: OperationCalls<'listResourceInstances'> = {
    listResourceInstances({ body }) {
      bodies.push(body);
      const start = Number(body.offset ?? '0');
      return Promise.resolve({ resources: all.slice(start, start + Number(body.limit)), total_count: all.length });
    },
  };
  const body = { action: 'filter' as const, without_any_tag: true };
  const args = { path: { resource_type: 'endpoint' as const }, body };
  const found = [];
  for await (const item of paginate(client, 'listResourceInstances', args, { pageSize: 3 })) found.push(item);
  expect(found).toEqual(all);
  expect(bodies).toEqual([
    { ...body, limit: '3' },
    { ...body, limit: '3', offset: '2' },
  ]);
});

describe('what fails', () => {
  test('a request that fails ends the iteration with its error', async () => {
    const error = new VpcepAbortError({ operation: 'listServiceConnections' }, 'gone');
    const client: OperationCalls<'listServiceConnections'> = {
      listServiceConnections: () => Promise.reject(error),
    };
    await expect(idsOf(paginate(client, 'listServiceConnections', { path }))).rejects.toBe(error);
  });

  test('an offset that is refused on the first page is an error like any other', async () => {
    const error = invalidOffset();
    const client: OperationCalls<'listServiceConnections'> = {
      listServiceConnections: () => Promise.reject(error),
    };
    await expect(idsOf(paginate(client, 'listServiceConnections', { path }))).rejects.toBe(error);
  });

  test.each([
    ['pageSize', { pageSize: 1 }],
    ['pageSize', { pageSize: 0 }],
    ['pageSize', { pageSize: 1001 }],
    ['pageSize', { pageSize: 2.5 }],
    ['limit', { limit: 0 }],
    ['limit', { limit: -1 }],
    ['limit', { limit: 1.5 }],
    ['limit', { limit: NaN }],
  ])('%s is refused at once when it breaks its rule: %o', (field, options) => {
    const list = changingList({ length: 5 });
    expect(() => read(list, options)).toThrow(VpcepValidationError);
    expect(() => read(list, options)).toThrow(new RegExp(`^${field}: must be a whole number`));
    expect(list.requests).toEqual([]);
  });

  test('the largest page is that of the call', () => {
    const client = {} as OperationCalls<'listServicePermissionsDetails'>;
    const list = (pageSize: number) => paginate(client, 'listServicePermissionsDetails', { path }, { pageSize });
    expect(() => list(500)).not.toThrow();
    expect(() => list(501)).toThrow('pageSize: must be a whole number from 2 to 500');
  });

  test('a call without pages is refused', () => {
    const client = {} as OperationCalls<OperationId>;
    expect(() => paginate(client, 'listQuotaDetails' as 'listEndpoints')).toThrow(
      /^operationId: must be one of listEndpointService, /,
    );
  });
});

test('reads lists of the mock', async () => {
  const mock = await startMock({ port: 0 });
  try {
    const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
    const client = createVpcepClient({ baseUrl: mock.url, projectId, credentials: { token: 'token-of-the-test' } });
    const { endpoint_services } = await client.listEndpointService({ query: { limit: 1000 } });
    const services = await idsOf(paginate(client, 'listEndpointService', { query: { sort_dir: 'desc' } }));
    expect(services).toEqual(endpoint_services.map(({ id }) => id));
  } finally {
    await mock.close();
  }
});
