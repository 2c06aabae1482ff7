import { readFileSync, writeFileSync } from 'node:fs';
import { errors } from '@vpcep/openapi/documents';
import { demoCredentials, startMock, type Mock } from '@vpcep/mock';
import { scaled } from '@vpcep/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createVpcepClient } from '../../src/index.js';
import { installExamples, printed, versions, type Examples } from './example-installation.js';

let examples: Examples;
let mock: Mock;
beforeAll(async () => {
  [examples, mock] = await Promise.all([
    installExamples(),
    startMock({ port: 0, auth: 'strict', transitions: 'immediate' }),
  ]);
});
beforeEach(() => {
  mock.reset();
});
afterAll(async () => {
  examples.remove();
  await mock.close();
});

const start = (example: string, args?: string[], env?: Record<string, string>) =>
  examples.start(mock, example, args, env);
const run = (...args: Parameters<typeof start>) => start(...args).ended;
const services = () => mock.state().services;

// Windows ends a process that is sent a signal, rather than telling it.
const withSignals = test.skipIf(process.platform === 'win32');

test.each(versions)('$example names the versions that it is tried with', ({ named, tried }) => {
  expect(named).toEqual(tried);
});

test('the programs for Node compile as they are', async () => {
  expect(await examples.tsc()).toBe('');
});

describe('reconcile', () => {
  let file: string;
  let text: string;
  let orders: object;
  let invoices: object;
  beforeEach(() => {
    file = examples.at('reconcile/services.json');
    text = readFileSync(file, 'utf8');
    [orders = {}, invoices = {}] = JSON.parse(text) as object[];
  });
  afterEach(() => {
    writeFileSync(file, text);
  });

  test('says what it would do, and does nothing', async () => {
    const { code, stdout, stderr } = await run('reconcile', ['--dry-run']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^orders: would be created\n( {2}.+\n)+invoices: would be created\n( {2}.+\n)+$/);
    expect(services()).toEqual([]);
  });

  test('creates what is not there, and changes nothing the second time', async () => {
    const { stdout } = await run('reconcile');
    expect(stdout).toMatch(/^orders: created\n( {2}.+\n)+invoices: created\n( {2}.+\n)+$/);
    const made = services();
    expect(made).toMatchObject([
      { name: 'orders', permissions: [{ permission: 'iam:domain::5fc973eea581490997e82ea11a1d0101' }] },
      { name: 'invoices', permissions: [] },
    ]);
    expect(await run('reconcile')).toEqual({ code: 0, stdout: 'orders: as wanted\ninvoices: as wanted\n', stderr: '' });
    expect(services()).toEqual(made);
  });

  test('changes what differs, and goes on where a service cannot be changed', async () => {
    await run('reconcile');
    const elsewhere = { ...orders, vpc_id: '2b6c93e8-1d47-4f05-9a7b-c8e34d5f0716' };
    writeFileSync(file, JSON.stringify([elsewhere, { ...invoices, approval_enabled: false }]));
    const { code, stdout, stderr } = await run('reconcile');
    expect(stderr).toMatch(/^orders: vpc_id: .+\n$/);
    expect(stdout).toBe('invoices: changed\n  approval_enabled: true → false (updateEndpointService)\n');
    expect(code).toBe(1);
  });

  test('touches nothing when a service breaks a rule, and says which one and what rule', async () => {
    writeFileSync(file, JSON.stringify([orders, { ...invoices, service_name: 'in voices', ports: [] }]));
    const { code, stderr } = await run('reconcile');
    expect(stderr).toMatch(/^services\.json: service 2: body\.service_name: .+; body\.ports: .+\n$/);
    expect(code).toBe(1);
    expect(services()).toEqual([]);
  });
});

describe('ci-job', () => {
  const backend = {
    BACKEND_PORT_ID: '35d0f7e2-8882-4871-a3c2-d380272eed83',
    BACKEND_VPC_ID: '84ba1f63-8882-4871-a3c2-d380272eed83',
  };

  test('creates a service, waits for it, checks it and deletes it', async () => {
    const { code, stdout, stderr } = await run('ci-job', [], backend);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^::group::Create and check\ncreated (\S{36})\navailable after 0 s\n::endgroup::\n::group::Clean up\navailable after 0 s\nnot found after 0 s\ndeleted \1\n::endgroup::\n$/,
    );
    expect(services()).toEqual([]);
  });

  test('shows on the page of the run what went wrong, what to do, and the ID of the request', async () => {
    mock.setFaults([{ operation: 'createEndpointService', error: 'EndPoint.3044' }]);
    const { code, stdout } = await run('ci-job', [], backend);
    expect(stdout).toMatch(
      /\n::error title=createEndpointService 400 EndPoint\.3044::The parameter ports.+%0AWhat to do: .+%0ARequest ID, for support: [0-9a-f]{32}\n/,
    );
    const remedy = errors.find((error) => error.code === 'EndPoint.3044')?.remedy.en;
    expect(stdout).toContain(`%0AWhat to do: ${remedy ?? ''}%0A`);
    expect(code).toBe(1);
  });

  test('leaves nothing behind when the answer to a creation is lost, which is still under way', async () => {
    mock.setTransitions({ endpoint_service: 'time(1h)' });
    mock.setFaults([{ operation: 'createEndpointService', drop: 'answer' }]);
    const job = start('ci-job', [], backend);
    await printed(job, /Clean up\ncreating after/);
    mock.setTransitions({ endpoint_service: 'immediate' });
    mock.clock.advance('1h');
    const { code, stdout } = await job.ended;
    expect(stdout).toMatch(/::error title=createEndpointService::.+%0ADone: unknown\n/);
    expect(stdout).toMatch(/\n::group::Clean up\n[^:]*deleted \S{36}\n::endgroup::\n$/);
    expect(code).toBe(1);
    expect(services()).toEqual([]);
  });

  test('leaves nothing behind when the service fails', async () => {
    mock.setFaults([{ operation: 'createEndpointService', creationFails: 'EndPoint.3001' }]);
    const { code, stdout } = await run('ci-job', [], backend);
    expect(stdout).toMatch(/::error title=VpcepWaiterError::.+failed.+\n/);
    expect(stdout).toMatch(/\n::group::Clean up\n[^:]*deleted \S{36}\n::endgroup::\n$/);
    expect(code).toBe(1);
    expect(services()).toEqual([]);
  });

  withSignals('cleans up when it is cancelled', async () => {
    mock.setTransitions({ endpoint_service: 'time(1h)' });
    const job = start('ci-job', [], backend);
    await printed(job, /creating after/);
    mock.setTransitions({ endpoint_service: 'immediate' });
    mock.clock.advance('1h');
    job.child.kill('SIGTERM');
    const { code, stdout } = await job.ended;
    expect(stdout).toMatch(/aborted by the caller[^]*\ndeleted /);
    expect(code).toBe(1);
    expect(services()).toEqual([]);
  });

  test.each(['BACKEND_PORT_ID', 'HW_SECRET_KEY', 'HW_REGION_NAME'])('says that it needs %s', async (name) => {
    const { code, stdout } = await run('ci-job', [], { ...backend, [name]: '' });
    expect(stdout).toMatch(new RegExp(`^::error title=\\w+::.*the environment has no ${name}\n$`));
    expect(code).toBe(2);
  });
});

describe('bulk', () => {
  beforeEach(() => {
    mock.load({ quotas: { endpoint_service: 1000 }, services: [], endpoints: [] });
  });

  // Of 500, one or two are throttled so often in a row that they wait for many seconds.
  test('creates all when three in ten attempts are throttled', async () => {
    const count = scaled(50);
    mock.setFaults([{ operation: 'createEndpointService', status: 429, rate: 0.3 }]);
    const { code, stdout } = await run('bulk', ['--count', String(count)]);
    expect(stdout).toMatch(new RegExp(`^created ${count}, throttled [1-9]\\d* times\n$`, 'm'));
    expect(code).toBe(0);
    expect(services()).toHaveLength(count);
  });

  test('tells those that were not created from those that perhaps were', async () => {
    mock.setFaults([
      { operation: 'createEndpointService', times: 1, error: 'EndPoint.0004' },
      { operation: 'createEndpointService', after: 1, times: 1, drop: 'answer' },
    ]);
    const { code, stdout } = await run('bulk', ['--count', '4']);
    expect(stdout).toMatch(
      /^created 2, throttled 0 times\nnot created: bulk-\d\nperhaps created, look for them: bulk-\d\n1 times: .+\n1 times: .+\n$/,
    );
    expect(code).toBe(1);
  });
});

describe('approval-bot', () => {
  let service: string;
  let allowed: string;
  beforeEach(() => {
    mock.load('approval-queue');
    service = services()[0]?.id ?? '';
    allowed = waiting()[0]?.project_id ?? '';
  });
  const waiting = () => mock.state().endpoints.filter(({ status }) => status === 'pendingAcceptance');
  const isAllowed = ({ project_id }: { project_id: string }) => project_id === allowed;
  const ids = (endpoints: { id: string }[]) => endpoints.map(({ id }) => id).sort();
  /** The IDs in the lines that begin with a word. */
  const toldOf = (word: string, stdout: string) =>
    [...stdout.matchAll(new RegExp(`^${word} (\\S{36}) of`, 'gm'))].map(([, id]) => id).sort();
  const watch = (...args: string[]) => start('approval-bot', [service, '--every', '0.05', ...args]);

  withSignals('accepts the connections of accounts on its list, until it is interrupted', async () => {
    const before = waiting();
    const bot = watch('--allow', allowed);
    await printed(bot, /left /);
    const consumer = createVpcepClient({
      baseUrl: mock.url,
      projectId: allowed,
      credentials: { token: demoCredentials.tokens[0] },
    });
    const { id } = await consumer.createEndpoint({
      body: {
        endpoint_service_id: service,
        vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
        subnet_id: '2b6c93e8-1d47-4f05-9a7b-c8e34d5f0716',
      },
    });
    await printed(bot, new RegExp(`accepted ${id} `));
    bot.child.kill('SIGINT');
    const { code, stdout, stderr } = await bot.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(toldOf('accepted', stdout)).toEqual([...ids(before.filter(isAllowed)), id].sort());
    expect(toldOf('left', stdout)).toEqual(ids(before.filter((endpoint) => !isAllowed(endpoint))));
    expect(ids(waiting())).toEqual(toldOf('left', stdout));
  });

  withSignals('goes on after a round that failed, and past a connection that is gone', async () => {
    mock.setFaults([
      { operation: 'listServiceConnections', status: 400, times: 2 },
      { operation: 'acceptOrRejectEndpoint', error: 'EndPoint.0005', times: 1 },
    ]);
    const expected = ids(waiting().filter(isAllowed));
    const bot = watch('--allow', allowed);
    await printed(bot, new RegExp(`(accepted [^]*){${expected.length}}`));
    bot.child.kill('SIGINT');
    const { code, stdout, stderr } = await bot.ended;
    expect(toldOf('accepted', stdout)).toEqual(expected);
    expect(stderr).toMatch(/^(again in 0\.05 s: VpcepHttpError: .*\n){2}$/);
    expect(code).toBe(0);
  });

  test('ends when its service is not there', async () => {
    mock.load({ services: [], endpoints: [] });
    expect(await watch('--allow', allowed).ended).toEqual({
      code: 1,
      stdout: `watching ${service} for ${allowed}\nended\n`,
      stderr: expect.stringMatching(/^listServiceConnections: 404 EndPoint\.0005: /) as string,
    });
  });
});
