import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { apiOf, serviceBody } from '../api.js';
import { runReplicas, type RunningReplica } from './running-replicas.js';

const run = runReplicas();

const password = 'correct horse battery staple';
const known = 'a-token-that-is-known-to-all-replicas';
const secretAccessKey = 'secret-access-key-of-the-team';
const auth = {
  users: [{ domain: 'team', name: 'dev', password }],
  tokens: [known],
  accessKeys: [{ accessKeyId: 'AKID', secretAccessKey }],
};

async function tokenOf({ mock }: RunningReplica): Promise<string> {
  const user = { name: 'dev', password, domain: { name: 'team' } };
  const response = await fetch(`${mock.url}/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } } } }),
  });
  expect(response.status).toBe(201);
  return response.headers.get('X-Subject-Token') ?? '';
}
const withToken = (token: string) => ({ headers: { 'X-Auth-Token': token } });

/** Everything that is in Redis, as text. */
async function inRedis(): Promise<string> {
  const redis = new Redis(run.redis.url);
  try {
    const texts: string[] = [];
    for (const key of await redis.keys('*')) {
      const type = await redis.type(key);
      if (type === 'list') {
        for (const part of await redis.lrangeBuffer(key, 0, -1)) texts.push(gunzipSync(part).toString());
      } else if (type === 'stream') texts.push(JSON.stringify(await redis.xrange(key, '-', '+')));
      else if (type === 'hash') texts.push(JSON.stringify(await redis.hgetall(key)));
      else if (type === 'zset') texts.push(JSON.stringify(await redis.zrange(key, 0, -1)));
      else texts.push((await redis.get(key)) ?? '');
    }
    return texts.join('\n');
  } finally {
    redis.disconnect();
  }
}

test('a token of one replica is valid on the other, until one is reset', async () => {
  const [one, other] = await run.two({ auth, transitions: 'immediate' });
  const token = await tokenOf(one);
  await other.owner.ok('listEndpointService', withToken(token));
  await other.owner.ok('createEndpointService', { ...withToken(token), body: serviceBody(1) });
  await one.told.reset();
  expect(await other.owner.send('createEndpointService', { ...withToken(token), body: serviceBody(1) })).toMatchObject({
    status: 401,
  });
  expect(await one.owner.send('listEndpointService', withToken(token))).toMatchObject({ status: 401 });
  const { refused } = await one.told.auth();
  expect(refused.map(({ operation }) => operation).sort()).toEqual(['createEndpointService', 'listEndpointService']);
  expect(await other.told.auth()).toEqual(await one.told.auth());
});

test('no secret gets into Redis', async () => {
  const [one, other] = await run.two({ auth, transitions: 'immediate' });
  const token = await tokenOf(one);
  const { id } = await other.owner.ok('createEndpointService', { ...withToken(known), body: serviceBody(1) });
  await one.owner.ok('updateEndpointService', { ...withToken(token), service: id, body: { description: 'changed' } });
  const cookie = { 'X-Auth-Token': known, Cookie: 'session=of-a-browser', 'X-Api-Key': 'of-another-gateway' };
  await one.owner.ok('listEndpointService', { headers: cookie });
  await other.owner.ok('updateEndpointService', { headers: cookie, service: id, body: { description: 'again' } });
  const path = `/v1/owner/vpc-endpoint-services/${id}?token=query-secret`;
  const whole = one.mock.url.replace('http://', 'http://dev:userinfo-secret@') + path;
  expect(await sendWhole(one.mock.url, whole, '{"description":"a third time"}')).toBe(200);
  // The journal goes through Redis when others ask for it.
  expect(await other.told.requests()).not.toEqual([]);
  await one.mock.close();
  await other.mock.close();

  const all = await inRedis();
  expect(all).toContain(id);
  for (const secret of [
    password,
    known,
    secretAccessKey,
    token,
    'of-a-browser',
    'of-another-gateway',
    'userinfo-secret',
    'query-secret',
  ]) {
    expect(all).not.toContain(secret);
  }
});

test('what would bring a secret there is refused by name', async () => {
  const { told } = await run.start();
  await expect(told.world({ auth })).rejects.toThrow(/auth must be any or strict in a world of a shared mock/);
  await expect(told.setFaults([{ headers: { 'X-Auth-Token': 'secret' }, status: 500 }])).rejects.toThrow(
    /X-Auth-Token may be secret/,
  );
  // Whatever the route would make of it.
  const { mock } = await run.start();
  for (const [path, body] of [
    ['/_mock/worlds', `\ufeff${JSON.stringify({ auth })}`],
    ['/_mock/%77orlds', JSON.stringify({ auth })],
    ['/_mock/reset', '{"password":"hunter2"}'],
    ['/_mock/faults', '[{"headers":{"Authorization":"hunter2"}}]'],
    ['/_mock/snapshots', '{"token":"hunter2"}'],
  ] as const) {
    const headers = { 'Content-Type': 'application/json' };
    expect((await fetch(mock.url + path, { method: 'POST', headers, body })).status).toBe(400);
  }
  expect(await inRedis()).not.toMatch(/hunter2|a-token-that-is-known/);
  const world = await told.world({ auth: 'strict' });
  expect(await apiOf(world, 'owner').send('listEndpointService', withToken('wrong'))).toMatchObject({ status: 401 });
});

/** Sends a request with a whole URL as its target, as clients of proxies do. */
const sendWhole = (url: string, target: string, body: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(url);
    const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': known, Host: host };
    request({ hostname, port, method: 'PUT', path: target, headers }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode);
      });
    })
      .on('error', reject)
      .end(body);
  });
