import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from '../src/browser.js';
import { demoCredentials, type LogEntry, type Mock, startMock } from '../src/index.js';

const region = 'cn-north-4';
const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
const [user] = demoCredentials.users;

let mock: Mock;
let entries: LogEntry[] = [];
beforeAll(async () => {
  const log = (entry: LogEntry) => entries.push(entry);
  mock = await startMock({ port: 0, auth: 'strict', clock: 'manual', scenario: 'small-team', log });
});
beforeEach(() => {
  mock.reset();
  entries = [];
});
afterAll(() => mock.close());

const identityOf = ({ domain, name, password }: { domain: string; name: string; password: string }) => ({
  methods: ['password'],
  password: { user: { name, password, domain: { name: domain } } },
});

const send = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${mock.url}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json;charset=utf8' }), ...headers },
  });

const askForToken = (scope?: object, identity: object = identityOf(user)) =>
  send('/v3/auth/tokens', { auth: { identity, ...(scope && { scope }) } });

const tokenFor = async (scope: object) => (await askForToken(scope)).headers.get('X-Subject-Token') ?? '';

const list = (token: string, project = projectId) =>
  send(`/v1/${project}/vpc-endpoint-services`, undefined, { 'X-Auth-Token': token });

describe('a token for a password', () => {
  test.each([{ name: region }, { id: projectId }])(
    'for the project %j comes in X-Subject-Token, with all about it',
    async (project) => {
      const response = await askForToken({ project });
      expect(response.status).toBe(201);
      const domain = { id: projectId, name: user.domain };
      expect(await response.json()).toEqual({
        token: {
          methods: ['password'],
          issued_at: '2026-01-01T00:00:00.000000Z',
          expires_at: '2026-01-02T00:00:00.000000Z',
          user: { id: expect.any(String) as string, name: user.name, domain, password_expires_at: '' },
          project: { id: projectId, name: region, domain },
          roles: [{ id: '0', name: 'te_admin' }],
          catalog: [],
        },
      });
      const services = await list(response.headers.get('X-Subject-Token') ?? '');
      expect(await services.json()).toMatchObject({ total_count: expect.any(Number) as number });
      expect(services.status).toBe(200);
    },
  );

  test('may be for a project that the mock does not know, as all are', async () => {
    const response = await askForToken({ project: { id: 'mine' } });
    expect(await response.json()).toMatchObject({ token: { project: { id: 'mine' } } });
  });

  test.each([undefined, { domain: { name: user.domain } }])('may be for the account: %j', async (scope) => {
    const { token } = (await (await askForToken(scope)).json()) as { token: object };
    expect(token).toMatchObject({ domain: { name: user.domain } });
    expect(token).not.toHaveProperty('project');
  });

  test('comes without the catalogue of services when it is asked to', async () => {
    const response = await send('/v3/auth/tokens?nocatalog=true', { auth: { identity: identityOf(user) } });
    const { token } = (await response.json()) as { token: object };
    expect(token).not.toHaveProperty('catalog');
  });

  test('is another one each time, and each is valid', async () => {
    const tokens = [await tokenFor({ project: { name: region } }), await tokenFor({ project: { name: region } })];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect((await list(token)).status).toBe(200);
  });

  test('expires after 24 hours, by the clock of the mock', async () => {
    const token = await tokenFor({ project: { name: region } });
    mock.clock.advance(24 * 3_600_000 - 1000);
    expect((await list(token)).status).toBe(200);
    mock.clock.advance('1s');
    const refused = await list(token);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      error_code: 'APIGW.0301',
      error_msg: 'Incorrect IAM authentication information: token expires, expires_at: 2026-01-02T00:00:00Z',
    });
  });

  test('is forgotten when the mock is reset', async () => {
    const token = await tokenFor({ project: { name: region } });
    mock.reset();
    expect(await (await list(token)).json()).toMatchObject({
      error_msg: expect.stringMatching(/decrypt token fail$/) as string,
    });
  });

  test('is not in the log, nor is the password, wherever a client puts them', async () => {
    const token = await tokenFor({ project: { name: region } });
    await send(`/v1/${projectId}/vpc-endpoint-services/${token}`, undefined, { 'X-Auth-Token': token });
    await send(`/v1/${user.password}/nowhere`);
    const logged = JSON.stringify(entries);
    expect(entries.length).toBe(3);
    expect(logged).not.toContain(token);
    expect(logged).not.toContain(user.password);
  });

  test('may be asked for by a page of any origin', async () => {
    const response = await send(
      '/v3/auth/tokens',
      { auth: { identity: identityOf(user) } },
      { Origin: 'http://a.example' },
    );
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('http://a.example');
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('X-Subject-Token');
  });
});

describe('a token is refused', () => {
  const refusal = async (response: Response) => ({ status: response.status, body: await response.json() });
  const failure = (code: number, title: string, message: RegExp) => ({
    status: code,
    body: { error: { code, title, message: expect.stringMatching(message) as string } },
  });

  test.each([{ password: 'wrong' }, { name: 'nobody' }, { domain: 'elsewhere' }])('for %j', async (change) => {
    const reply = await refusal(await askForToken({ project: { name: region } }, identityOf({ ...user, ...change })));
    expect(reply).toEqual(failure(401, 'Unauthorized', /^The username or password is wrong\.$/));
  });

  test('for a project of another region', async () => {
    const reply = await refusal(await askForToken({ project: { name: 'cn-east-3' } }));
    expect(reply).toEqual(failure(404, 'Not Found', /^Could not find project: cn-east-3; the mock has cn-north-4\.$/));
  });

  test.each([
    [undefined, /body must be object/],
    [{ auth: { identity: { methods: ['token'], password: {} } } }, /methods\[0\] must be one of password/],
    [{ auth: { identity: identityOf(user), scope: { project: {} } } }, /body\.auth\.scope\.project/],
    [{ auth: { identity: identityOf(user), scope: {} } }, /body\.auth\.scope/],
  ])('for a body that is not one: %j', async (body, message) => {
    const response =
      body === undefined
        ? await fetch(`${mock.url}/v3/auth/tokens`, { method: 'POST' })
        : await send('/v3/auth/tokens', body);
    expect(await refusal(response)).toEqual(failure(400, 'Bad Request', message));
  });

  test('for another method', async () => {
    const response = await send('/v3/auth/tokens');
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
  });
});

describe('the projects', () => {
  const projects = async (query: string) => {
    const token = demoCredentials.tokens[0];
    return (await send(`/v3/projects${query}`, undefined, { 'X-Auth-Token': token })).json();
  };
  const own = {
    id: projectId,
    name: region,
    domain_id: projectId,
    parent_id: projectId,
    is_domain: false,
    enabled: true,
  };

  test.each(['', `?name=${region}`])('with the query "%s" are that of the region', async (query) => {
    expect(await projects(query)).toMatchObject({ projects: [own], links: { self: `${mock.url}/v3/projects` } });
  });

  test('of another region are none', async () => {
    expect(await projects('?name=cn-east-3')).toMatchObject({ projects: [] });
  });

  test('are shown to those alone whose credentials are right', async () => {
    const refused = await send('/v3/projects', undefined, { 'X-Auth-Token': 'wrong' });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error_code: 'APIGW.0301' });
    expect(mock.auth().refused).toMatchObject([{ operation: 'KeystoneListProjects' }]);
  });
});

test('with any credentials, any password gets a token, and the projects need some credentials', async () => {
  const open = await startMock({ port: 0 });
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ auth: { identity: identityOf({ domain: 'a', name: 'b', password: 'c' }) } });
  const response = await fetch(`${open.url}/v3/auth/tokens`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
  expect((await fetch(`${open.url}/v3/projects`)).status).toBe(401);
  expect((await fetch(`${open.url}/v3/projects`, { headers: { 'X-Auth-Token': 'any' } })).status).toBe(200);
  await open.close();
});

test('thousands of tokens are taken out of what the journal shows, in no time', async () => {
  const page = createMock();
  const ask = () =>
    page.fetch('http://iam.example/v3/auth/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ auth: { identity: identityOf({ domain: 'a', name: 'b', password: 'c' }) } }),
    });
  let tokens: string[] = [];
  for (let round = 0; round < 3000; round++) tokens.push((await ask()).headers.get('X-Subject-Token') ?? '');
  tokens = [tokens[0] ?? '', tokens[1500] ?? '', tokens[2999] ?? ''];
  const path = `/v1/x${tokens.join('')}y/vpc-endpoints`;
  for (let round = 0; round < 1000; round++) {
    const headers = { 'X-Auth-Token': 'any', 'X-Other': `${tokens.join()} ${'token'.repeat(20)}` };
    await page.fetch(`http://vpcep.example${path}`, { headers });
  }
  const started = performance.now();
  const shown = page.requests();
  // With time for each token at each text, it took a minute.
  expect(performance.now() - started).toBeLessThan(5000);
  expect(shown[999]).toMatchObject({
    path: '/v1/x*********y/vpc-endpoints',
    headers: { 'x-other': `***,***,*** ${'token'.repeat(20)}` },
  });
});

test('users may be given with the other credentials', async () => {
  const mine = { domain: 'home', name: 'me', password: 'let-me-in' };
  const strict = await startMock({ port: 0, auth: { users: [mine] } });
  const ask = (identity: object) =>
    fetch(`${strict.url}/v3/auth/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ auth: { identity } }),
    });
  expect((await ask(identityOf(mine))).status).toBe(201);
  expect((await ask(identityOf(user))).status).toBe(401);
  await strict.close();
  await expect(startMock({ port: 0, auth: { users: [{ ...mine, password: '' }] } })).rejects.toThrow(
    /credentials\.users\[0\]\.password/,
  );
});
