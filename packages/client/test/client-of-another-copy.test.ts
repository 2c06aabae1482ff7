import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureEndpointService } from '../src/ensure/index.js';
import { pageOutOfRange } from '../src/generated/code-of-kind.js';
import { paginate, VpcepCallError, waitForEndpointGone, waitForEndpointServiceGone } from '../src/index.js';
import { projectId, quick } from './ensure-fixture.js';

/*
 * What works upon a client has to understand its errors also when the client is of another copy of the package, whose
 * classes are others: a platform's library may bring its own.
 */
let mock: Mock;
let other: typeof import('../src/index.js');
beforeAll(async () => {
  mock = await startMock({ port: 0, transitions: 'manual(1)' });
  vi.resetModules();
  other = await import('../src/index.js');
});
afterAll(() => mock.close());

const id = '84ba1f63-8882-4871-a3c2-d380272eed83';
const clientOf = ({ createVpcepCore }: typeof other, options = {}) =>
  createVpcepCore({ baseUrl: mock.url, projectId, credentials: { token: 'of-this-test' }, ...options });

test('the other copy has classes of its own', () => {
  expect(other.VpcepCallError).not.toBe(VpcepCallError);
});

test('waits notice what is not there', async () => {
  await expect(waitForEndpointServiceGone(clientOf(other), id, quick)).resolves.toBeUndefined();
  await expect(waitForEndpointGone(clientOf(other), id, quick)).resolves.toBeUndefined();
});

test('lists notice that they have become shorter', async () => {
  let calls = 0;
  const fetch = (url: string) => {
    calls++;
    const items = Array.from({ length: 2 }, (_, index) => ({ id: `id-${index}`, status: 'accepted' }));
    return Promise.resolve(
      new URL(url).searchParams.has('offset')
        ? Response.json({ error_code: pageOutOfRange, error_msg: 'offset' }, { status: 400 })
        : Response.json({ endpoints: items, total_count: calls === 1 ? 3 : 2 }),
    );
  };
  const found: string[] = [];
  for await (const { id } of paginate(clientOf(other, { fetch }), 'listEndpoints', {}, { pageSize: 2 })) found.push(id);
  expect(found).toEqual(['id-0', 'id-1']);
});

test('creations whose answers are lost are made up for', async () => {
  mock.setFaults([{ operation: 'createEndpointService', drop: 'answer', times: 1 }]);
  const ports = [{ client_port: 8080, server_port: 80 }];
  const desired = { service_name: 'orders', port_id: id, vpc_id: id, server_type: 'VM', ports } as const;
  const run = ensureEndpointService(clientOf(other), { ...desired, ports }, quick);
  await expect(run).resolves.toMatchObject({ created: true });
  expect(mock.state().services).toHaveLength(1);
});
