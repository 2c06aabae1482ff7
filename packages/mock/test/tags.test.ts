import { expect, test } from 'vitest';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ transitions: 'immediate' });
const { owner, consumer } = run;
const services = { resource_type: 'endpoint_service' };

const create = async (number: number, fields: object = {}) =>
  (await owner.ok('createEndpointService', { body: serviceBody(number, fields) })).id;
const change = (id: string, action: string, tags?: object[]) => ({
  path: { ...services, resource_id: id },
  body: { action, tags },
});
const tagsOf = async (id: string) => (await owner.ok('listServiceDetails', { service: id })).tags;
const find = async (filter: object) => {
  const body = { action: 'filter', ...filter };
  const { resources, total_count: total } = await owner.ok('listResourceInstances', { path: services, body });
  const counted = await owner.ok('listResourceInstances', { path: services, body: { ...filter, action: 'count' } });
  expect(counted).toEqual({ total_count: total });
  return resources?.map(({ resource_id: id }) => id);
};

test('tags are added, overwritten and removed', async () => {
  const id = await create(1, { tags: [{ key: 'a', value: '1' }] });
  await owner.ok(
    'batchAddOrRemoveResourceInstance',
    change(id, 'create', [
      { key: 'b', value: '' },
      { key: 'a', value: '2' },
    ]),
  );
  expect(await tagsOf(id)).toEqual([
    { key: 'b', value: '' },
    { key: 'a', value: '2' },
  ]);
  await owner.ok('batchAddOrRemoveResourceInstance', change(id, 'delete', [{ key: 'a', value: '1' }, { key: 'b' }]));
  expect(await tagsOf(id)).toEqual([{ key: 'a', value: '2' }]);
});

test('a change of tags is refused when it makes no sense', async () => {
  const id = await create(1);
  const call = 'batchAddOrRemoveResourceInstance';
  await owner.refused(call, 'EndPoint.3066', change(id, 'create'));
  await owner.refused(call, 'EndPoint.3066', change(id, 'delete', []));
  await owner.refused(
    call,
    'EndPoint.3067',
    change(id, 'create', [
      { key: 'a', value: '' },
      { key: 'a', value: 'b' },
    ]),
  );
  await owner.refused(call, 'EndPoint.3073', change(id, 'create', [{ key: 'a' }]));
  await consumer.refused(call, 'EndPoint.0005', change(id, 'create', [{ key: 'a', value: '' }]));
  const ten = Array.from({ length: 10 }, (_, index) => ({ key: `key-${index}`, value: '' }));
  await owner.ok(call, change(id, 'create', ten));
  await owner.ok(call, change(id, 'create', ten));
  expect(await owner.refused(call, 'EndPoint.3069', change(id, 'create', [{ key: 'more', value: '' }]))).toContain(
    '11',
  );
  expect(await tagsOf(id)).toHaveLength(10);
});

test('resources are found by their tags and names', async () => {
  const a = await create(1, {
    service_name: 'Orders',
    tags: [
      { key: 'e', value: '1' },
      { key: 't', value: 'x' },
    ],
  });
  const b = await create(2, { tags: [{ key: 'e', value: '2' }] });
  const c = await create(3);
  const key = (name: string, ...values: string[]) => ({ key: name, values });
  expect(await find({})).toEqual([c, b, a]);
  expect(await find({ tags: [key('e', '1', '3')] })).toEqual([a]);
  expect(await find({ tags: [key(' e ')] })).toEqual([b, a]);
  expect(await find({ tags: [key('e'), key('t')] })).toEqual([a]);
  expect(await find({ tags_any: [key('t'), key('e', '2')] })).toEqual([b, a]);
  expect(await find({ not_tags: [key('e'), key('t')] })).toEqual([c, b]);
  expect(await find({ not_tags_any: [key('e', '2'), key('t')] })).toEqual([c]);
  expect(await find({ tags: [key('e')], not_tags_any: [key('t')] })).toEqual([b]);
  expect(await find({ sys_tags: [key('e')] })).toEqual([]);
  expect(await find({ without_any_tag: true, tags: [key('e')] })).toEqual([c]);
  expect(await find({ matches: [{ key: 'resource_name', value: 'RDER' }] })).toEqual([a]);
  expect(await find({ matches: [{ key: 'resource_name', value: '' }] })).toEqual([c, b]);
  const body = { action: 'filter', limit: '1', offset: '1' };
  expect(await owner.ok('listResourceInstances', { path: services, body })).toEqual({
    resources: [{ resource_id: b, resource_name: b, tags: [{ key: 'e', value: '2' }] }],
    total_count: 3,
  });
  expect(await owner.ok('listQueryProjectResourceTags', { path: services })).toEqual({
    tags: [
      { key: 'e', values: ['1', '2'] },
      { key: 't', values: ['x'] },
    ],
  });
});

test('endpoints have tags of their own', async () => {
  const service = await create(1);
  const { id } = await owner.ok('createEndpoint', {
    body: endpointBody(service, { tags: [{ key: 'of', value: 'endpoint' }] }),
  });
  const path = { resource_type: 'endpoint' };
  expect(await owner.ok('listResourceInstances', { path, body: { action: 'filter' } })).toEqual({
    resources: [{ resource_id: id, resource_name: id, tags: [{ key: 'of', value: 'endpoint' }] }],
    total_count: 1,
  });
  expect((await consumer.ok('listQueryProjectResourceTags', { path })).tags).toEqual([]);
});

test('a search that makes no sense is refused', async () => {
  const refuse = (code: string, body: object) => owner.refused('listResourceInstances', code, { path: services, body });
  await refuse('EndPoint.0006', { action: 'count', limit: '1' });
  await refuse('EndPoint.0010', { action: 'count', offset: '1' });
  await refuse('EndPoint.3067', {
    action: 'filter',
    tags: [
      { key: 'a', values: [] },
      { key: ' a', values: ['b'] },
    ],
  });
  await refuse('EndPoint.3071', { action: 'filter', tags_any: [{ key: 'a', values: ['b', 'b '] }] });
  const match = { key: 'resource_name', value: 'a' };
  await refuse('EndPoint.0002', { action: 'filter', matches: [match, { ...match, value: 'b' }] });
});

test('filters by tag do not matter when resources without any tag are looked for', async () => {
  const [tagged, bare] = [await create(1, { tags: [{ key: 'e', value: '1' }] }), await create(2)];
  const repeated = [
    { key: 'e', values: ['1', '1 '] },
    { key: ' e', values: [] },
  ];
  expect(await find({ without_any_tag: true, tags: repeated })).toEqual([bare]);
  for (const filter of [{ without_any_tag: false, tags: repeated }, { tags: repeated }]) {
    const body = { action: 'filter', ...filter };
    const message = await owner.refused('listResourceInstances', 'EndPoint.0002', { path: services, body });
    expect(message).toMatch(/body\.tags\[1\] has the same key .*; body\.tags\[0\]\.values\[1\] repeats/);
  }
  expect(await find({ tags: [{ key: 'e', values: ['1'] }] })).toEqual([tagged]);
});

test('only spaces at the edges of a filter do not count: a tab makes another value', async () => {
  const id = await create(1, { tags: [{ key: 'e', value: 'x' }] });
  expect(await find({ tags: [{ key: 'e', values: ['x\t'] }] })).toEqual([]);
  expect(await find({ tags: [{ key: 'e', values: ['x', 'x\t'] }] })).toEqual([id]);
});

test('tags are removed though a key is sent twice', async () => {
  const id = await create(1, { tags: [{ key: 'a', value: '1' }] });
  const twice = [
    { key: 'a', value: '0' },
    { key: 'a', value: '1' },
  ];
  expect(await owner.send('batchAddOrRemoveResourceInstance', change(id, 'delete', twice))).toEqual({
    status: 204,
    body: undefined,
  });
  expect(await tagsOf(id)).toEqual([]);
});
