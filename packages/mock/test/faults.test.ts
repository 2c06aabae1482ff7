import { errors as documented } from '@vpcep/openapi/documents';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../src/index.js';
import { serviceBody } from './api.js';
import { controlOf, errorResponse } from './control-route.js';
import { runMock } from './running.js';

const run = runMock();
const { owner, consumer } = run;
const control = controlOf(run);

describe('faults', () => {
  const list = () => owner.send('listEndpointService');

  test('answer with a code or a status, for as long and as often as asked', async () => {
    const faults: Fault[] = [
      { operation: 'listEndpointService', error: 'EndPoint.0022', after: 1, times: 2 },
      { operation: 'listEndpoints', status: 503 },
    ];
    expect(await control('PUT', 'faults', { faults })).toMatchObject({ status: 204 });
    expect((await control('GET', 'faults')).body).toEqual({ faults });
    const replies = [await list(), await list(), await list(), await list()];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 400, 200]);
    expect(replies[1]?.body).toMatchObject({ error_code: 'EndPoint.0022' });
    expect(await owner.send('listEndpoints')).toMatchObject({ status: 503, body: { error_code: 'APIGW.0201' } });
    expect(await control('DELETE', 'faults')).toMatchObject({ status: 204 });
    expect(await owner.send('listEndpoints')).toMatchObject({ status: 200 });
  });

  test.each([
    [400, 'APIGW.0201'],
    [401, 'APIGW.0301'],
    [403, 'APIGW.0302'],
    [404, 'APIGW.0101'],
    [405, 'APIGW.0101'],
    [409, 'APIGW.0201'],
    [429, 'APIGW.0308'],
    [500, 'APIGW.0201'],
    [502, 'APIGW.0201'],
    [503, 'APIGW.0201'],
    [504, 'APIGW.0201'],
  ])('that name status %i alone answer with a code that fits it, %s', async (status, code) => {
    run.mock.setFaults([{ status }]);
    const { message } = documented.find((error) => error.code === code) ?? {};
    expect(await list()).toMatchObject({
      status,
      body: {
        error_code: code,
        error_msg: `${message ?? ''} The mock was told to answer with status ${status}.`,
        request_id: expect.any(String) as string,
      },
    });
  });

  test('answer with a code of the gateway', async () => {
    run.mock.setFaults([{ error: 'APIGW.0303' }]);
    expect(await list()).toMatchObject({ status: 401, body: { error_code: 'APIGW.0303' } });
  });

  test('throttle, and say when to try again', async () => {
    run.mock.setFaults([{ error: 'EndPoint.0022', retryAfter: '1500ms' }]);
    const response = await fetch(`${run.mock.url}/v1/p/quotas`, { headers: { 'X-Auth-Token': 'any' } });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([400, '2']);
    await response.text();
  });

  test('happen by chance, the same each time', async () => {
    const draw = async () => {
      run.mock.reset();
      run.mock.setFaults([{ status: 500, rate: 0.3 }]);
      const statuses: number[] = [];
      for (let call = 0; call < 100; call++) statuses.push((await list()).status);
      return statuses;
    };
    const first = await draw();
    expect(await draw()).toEqual(first);
    const hits = first.filter((status) => status === 500).length;
    expect(hits).toBeGreaterThan(10);
    expect(hits).toBeLessThan(60);
  });

  test('hold answers back', async () => {
    run.mock.setFaults([
      { latency: '80ms' },
      { latency: { min: 20, max: '30ms' } },
      { latency: { median: 5, p99: 10 } },
    ]);
    const started = performance.now();
    await owner.ok('listEndpointService');
    expect(performance.now() - started).toBeGreaterThan(95);
  });

  test('cut connections, before the request takes effect or after', async () => {
    const creates = () => owner.send('createEndpointService', { body: serviceBody(1) });
    run.mock.setFaults([{ operation: 'createEndpointService', drop: 'request', times: 1 }]);
    await expect(creates()).rejects.toThrow();
    expect((await owner.ok('listEndpointService')).total_count).toBe(0);
    run.mock.setFaults([{ operation: 'createEndpointService', drop: 'answer', times: 1 }]);
    await expect(creates()).rejects.toThrow();
    expect((await owner.ok('listEndpointService')).total_count).toBe(1);
  });

  test.each([
    [{}, /body\.faults is missing/],
    [
      { faults: [{ operation: 'createService', status: 500 }] },
      /body\.faults\[0\]\.operation must be one of .*createService/,
    ],
    [{ faults: [{ rate: 0.5 }] }, /body\.faults\[0\] does nothing; give it one of status/],
    [{ faults: [{ status: 500, rate: 2 }] }, /body\.faults\[0\]\.rate must be <= 1/],
    [{ faults: [{ error: 'EndPoint.9999' }] }, /body\.faults\[0\]\.error must be a code of the error catalogue/],
    [{ faults: [{ latency: { min: 1 } }] }, /body\.faults\[0\]\.latency\.max is missing/],
    [{ faults: [{ latency: 'x' }] }, /body\.faults\[0\]\.latency must be a number of milliseconds/],
    [{ faults: [{ drop: 'all' }] }, /body\.faults\[0\]\.drop must be one of request, answer/],
    [{ faults: [{ latency: 1, retryAfter: 1 }] }, /retryAfter needs status or error/],
  ])('%j is refused', async (body, message) => {
    expect(await control('PUT', 'faults', body)).toEqual(errorResponse(message));
  });
});
