import { startMock, type Mock } from '@vpcep/mock';
import newman, { type Summary } from 'newman';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDist } from './dist.js';

let mock: Mock;
beforeAll(async () => {
  // The IDs of the examples are there.
  // The clock stands still: what is being deleted stays there, however fast the requests follow each other.
  mock = await startMock({ port: 0, scenario: 'small-team', clock: 'manual' });
});
afterAll(async () => {
  await mock.close();
});

/** What Postman's own runner is answered for each request of a collection, in its order. */
async function answersTo(collection: object): Promise<[name: string, status: number | undefined][]> {
  const values = { baseUrl: mock.url, apiKey: 'any' };
  const envVar = Object.entries(values).map(([key, value]) => ({ key, value }));
  const { run } = await new Promise<Summary>((resolve, reject) => {
    newman.run({ collection, envVar }, (error, summary) => {
      if (error === null) resolve(summary);
      else reject(error);
    });
  });
  return run.executions.map(({ item, response }) => [item.name, response?.code]);
}

/** Each refusal is one that the real API would answer, too, because an earlier request or the choice of one is missing. */
const refusals = [
  ['Look up an endpoint service by name or ID', 400],
  ['Delete an endpoint service', 400],
  ['Update the route tables of an endpoint', 400],
  ['Update the policy of an endpoint', 400],
  ['Delete the policy of an endpoint', 400],
  ['Upgrade an endpoint', 400],
];

const collection = JSON.parse(readDist('vpcep.postman_collection.json')) as object;

test('the mock answers all requests of the collection for Postman as they are sent', async () => {
  const answers = await answersTo(collection);
  expect(answers).toHaveLength(33);
  expect(answers.filter(([, status = 0]) => status < 200 || status > 299)).toEqual(refusals);
});

describe.each(['', 'zh-CN/'])('the collections beside /%s', (folder) => {
  test.each(['vpcep.postman_collection.json', 'vpcep.bruno_collection.json'])(
    '%s has all requests, sent to the mock',
    (name) => {
      const text = readDist(`${folder}${name}`);
      expect(text).toContain('http://127.0.0.1:4010');
      expect(text.match(/"method": "/g)?.length).toBeGreaterThanOrEqual(33);
    },
  );

  test('each request for Postman has its address whole, too, for tools that read it so', () => {
    const text = readDist(`${folder}vpcep.postman_collection.json`);
    const addresses = [...text.matchAll(/"raw": "([^"]*)",\s*"path"/g)].map(([, address]) => address);
    expect(addresses).toHaveLength(text.match(/"path": \[/g)?.length ?? 0);
    expect(addresses).toContain('{{baseUrl}}/v1/:project_id/vpc-endpoint-services/:vpc_endpoint_service_id');
  });
});
