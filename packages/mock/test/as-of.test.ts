import { describe, expect, test } from 'vitest';
import { startMock } from '../src/index.js';
import { serviceBody } from './api.js';
import { runMock } from './running.js';

const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `key${index}`, value: '' }));
const longTag = { key: 'k'.repeat(60), value: 'team/infra=north@1' };

describe('by tables 1 to 7', () => {
  const { owner } = runMock({ transitions: 'immediate' });

  test.each([
    [
      'a long key',
      { tags: [{ key: 'k'.repeat(60), value: '' }] },
      'must have between 1 and 36 characters; --as-of 2026-08 allows 128',
    ],
    [
      'a long value',
      { tags: [{ key: 'k', value: 'v'.repeat(60) }] },
      'at most 43 characters; --as-of 2026-08 allows 255',
    ],
    [
      'a value with other characters',
      { tags: [{ key: 'k', value: 'a/b' }] },
      'end with a space; --as-of 2026-08 allows it',
    ],
    ['many tags', { tags: tags(12) }, 'body.tags must have at most 10 items; --as-of 2026-08 allows 20'],
    ['a value of August 2026', { tcp_proxy: 'proxy_vni' }, 'toa_open, proxy_open, open; --as-of 2026-08 allows it'],
  ])('%s is refused, and the message says what allows it', async (_, fields, text) => {
    const message = await owner.refused('createEndpointService', 'EndPoint.0002', { body: serviceBody(1, fields) });
    expect(message).toContain(text);
  });
  test.each([
    ['a key that is too long for either', { tags: [{ key: 'k'.repeat(129), value: '' }] }],
    ['too many tags for either', { tags: tags(21) }],
    ['a key that no state allows', { tags: [{ key: '<', value: '' }] }],
    ['a value that there never was', { tcp_proxy: 'ajar' }],
    ['a missing field', { vpc_id: undefined }],
  ])('%s is refused, and no state is named', async (_, fields) => {
    const message = await owner.refused('createEndpointService', 'EndPoint.0002', { body: serviceBody(1, fields) });
    expect(message).not.toContain('--as-of');
  });
  test('a tag that is one too many says so as well', async () => {
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, { tags: tags(10) }) });
    const message = await owner.refused('batchAddOrRemoveResourceInstance', 'EndPoint.3069', {
      path: { resource_type: 'endpoint_service', resource_id: id },
      body: { action: 'create', tags: [{ key: 'more', value: '' }] },
    });
    expect(message).toContain('11 tags, and may have 10; remove others first; --as-of 2026-08 allows 20.');
  });
  test('a state of August 2026 is not loaded', async () => {
    const later = await startMock({ port: 0, asOf: '2026-08', scenario: 'small-team' });
    const state = later.state();
    await later.close();
    for (const service of state.services) service.tags = [longTag];
    await expect(startMock({ port: 0, scenario: state })).rejects.toThrow(/tags\[0\]\.key must NOT have more than 36/);
    await (await startMock({ port: 0, scenario: state, asOf: '2026-08' })).close();
  });
});

describe('as of August 2026', () => {
  const { owner } = runMock({ transitions: 'immediate', asOf: '2026-08' });

  test('of a value of the wrong type, that is said, and not what no such value could keep', async () => {
    const body = serviceBody(1, { tags: [{ key: 1, value: '' }] });
    const message = await owner.refused('createEndpointService', 'EndPoint.0002', { body });
    expect(message).toBe('Parameter error. body.tags[0].key must be a string.');
  });
  test('tags are as many, as long and of those characters that later releases allow', async () => {
    const fields = { tags: [longTag, ...tags(19)], tcp_proxy: 'proxy_vni' };
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, fields) });
    expect(await owner.ok('listServiceDetails', { service: id })).toMatchObject(fields);
    const found = await owner.ok('listResourceInstances', {
      path: { resource_type: 'endpoint_service' },
      body: { action: 'filter', tags: [{ key: longTag.key, values: [longTag.value] }] },
    });
    expect(found.resources).toMatchObject([{ resource_id: id }]);
  });
  test('a resource gets no more than 20 tags, and no key of the system', async () => {
    const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, { tags: tags(20) }) });
    const change = (...added: object[]) => ({
      path: { resource_type: 'endpoint_service', resource_id: id },
      body: { action: 'create', tags: added },
    });
    await owner.refused('batchAddOrRemoveResourceInstance', 'EndPoint.3069', change({ key: 'more', value: '' }));
    const message = await owner.refused(
      'batchAddOrRemoveResourceInstance',
      'EndPoint.0002',
      change({ key: '_sys_team', value: '' }),
    );
    expect(message).toContain('body.tags[0].key may contain letters, digits, spaces');
  });
});

test('a mock does not start with a state that there is not, nor with one of a document of its own', async () => {
  const unknown = '2027-01' as '2026-08';
  await expect(startMock({ port: 0, asOf: unknown })).rejects.toThrow("asOf must be 2026-08, not '2027-01'");
  const both = startMock({ port: 0, asOf: '2026-08', document: 'x.json' });
  await expect(both).rejects.toThrow('leave out one of asOf and document');
});
