import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import {
  combineHooks,
  createVpcepClient,
  logHooks,
  type Fetch,
  type Hooks,
  type VpcepClientOptions,
} from '../src/index.js';
import { failureOf } from './failure-of.js';

const token = 'planted-secret-of-this-test';

/** A client whose requests are answered in order, each after 12 ms, the last again and again. */
function scripted(answers: [number, object][], options: Partial<VpcepClientOptions> = {}) {
  const script = [...answers];
  const fetch: Fetch = async () => {
    await new Promise((resolve) => setTimeout(resolve, 12));
    const [status, body] = (script.length > 1 ? script.shift() : script[0]) ?? [200, {}];
    return Response.json(body, { status, headers: { 'X-Request-Id': `request-${script.length}` } });
  };
  return createVpcepClient({
    baseUrl: 'https://vpcep.example',
    projectId: 'p',
    credentials: { token },
    fetch,
    ...options,
  });
}

const list = { endpoints: [], total_count: 0 };
const failure = { error_code: 'EndPoint.0001', error_msg: `no, ${token}` };

/** What a call comes to, all timers having run. */
async function afterTimers<T>(call: PromiseLike<T>): Promise<T> {
  const outcome = Promise.resolve(call);
  outcome.catch(() => undefined);
  await vi.runAllTimersAsync();
  return outcome;
}

/** A logger like the console, which keeps its entries. */
function keeping() {
  const entries: [level: string, message: unknown, fields: unknown][] = [];
  const at =
    (level: string) =>
    (...[message, fields]: unknown[]) => {
      entries.push([level, message, fields]);
    };
  return { entries, logger: { debug: at('debug'), info: at('info'), warn: at('warn') } };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.1651537168);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('logHooks', () => {
  test('logs attempts, retries and calls, each at its level', async () => {
    const { entries, logger } = keeping();
    const client = scripted(
      [
        [500, failure],
        [200, list],
      ],
      { hooks: logHooks(logger) },
    );
    await afterTimers(client.listEndpoints());
    expect(entries.map(([level, message]) => `${level} ${String(message)}`)).toEqual([
      'debug listEndpoints: 500 EndPoint.0001: no, [secret] (attempt: 12 ms)',
      'warn listEndpoints: 500 EndPoint.0001: no, [secret] (again after 83 ms)',
      'debug listEndpoints: 200 (attempt: 12 ms)',
      'info listEndpoints: 200 (107 ms)',
    ]);
  });

  test('tells calls and attempts apart, and by which ID the gateway knows them', async () => {
    const { entries, logger } = keeping();
    const client = scripted(
      [
        [500, failure],
        [200, list],
      ],
      { hooks: logHooks(logger) },
    );
    await afterTimers(client.listEndpoints());
    const [attempt, retry, , call] = entries.map(([, , fields]) => fields);
    const { callId } = call as { callId: string };
    const common = {
      callId,
      operation: 'listEndpoints',
      method: 'GET',
      url: 'https://vpcep.example/v1/p/vpc-endpoints',
    };
    const ended = { status: 500, requestId: 'request-1', duration: 12 };
    expect(attempt).not.toHaveProperty('error');
    expect(attempt).toMatchObject({ ...common, id: `${callId}.1`, attempt: 1, ...ended });
    expect(retry).toMatchObject({ ...common, id: `${callId}.1`, attempt: 1, delay: 83 });
    expect(call).toMatchObject({ ...common, attempts: 2, status: 200, requestId: 'request-1', duration: 107 });
  });

  test('warns of a call that fails', async () => {
    const { entries, logger } = keeping();
    const client = scripted([[400, failure]], { hooks: logHooks(logger) });
    const error = await failureOf(afterTimers(client.listEndpoints()));
    expect(entries.at(-1)).toEqual([
      'warn',
      `${error.message} (12 ms)`,
      expect.objectContaining({ error, status: 400 }),
    ]);
  });

  test('gives pino the fields first, and what pino writes is right', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
    for (const each of [logger, logger.child({ module: 'vpcep' })]) {
      lines.length = 0;
      const client = scripted(
        [
          [500, failure],
          [400, failure],
        ],
        { hooks: logHooks(each) },
      );
      await failureOf(afterTimers(client.listEndpoints()));
      const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(entries.map(({ level }) => logger.levels.labels[Number(level)])).toEqual([
        'debug',
        'warn',
        'debug',
        'warn',
      ]);
      const error = { code: 'EndPoint.0001', status: 400, operation: 'listEndpoints' };
      expect(entries.at(-1)).toMatchObject({
        attempts: 2,
        error,
        msg: expect.stringMatching(/^listEndpoints: 400 /) as string,
      });
      expect(lines.join('')).not.toContain(token);
    }
  });

  test('gives another logger the fields first when it is told to', async () => {
    const { entries, logger } = keeping();
    const client = scripted([[200, list]], { hooks: logHooks(logger, { fieldsFirst: true }) });
    await afterTimers(client.listEndpoints());
    expect(entries.at(-1)).toEqual(['info', expect.objectContaining({ status: 200 }), 'listEndpoints: 200 (12 ms)']);
  });

  test('logs no token and no signature', async () => {
    const { entries, logger } = keeping();
    const credentials = { accessKeyId: 'planted-key-id', secretAccessKey: token, securityToken: token };
    const client = scripted([[401, failure]], { hooks: logHooks(logger), credentials });
    await failureOf(afterTimers(client.listEndpoints({ headers: { 'X-Own': token } })));
    expect(JSON.stringify(entries)).toContain('EndPoint.0001');
    expect(JSON.stringify(entries)).not.toMatch(/planted-|Signature=/);
  });
});

describe('combineHooks', () => {
  test('leaves out what is undefined', async () => {
    const onCallEnd = vi.fn();
    const hooks = combineHooks(undefined, { onCallEnd }, undefined);
    await afterTimers(scripted([[200, list]], { hooks }).listEndpoints());
    expect(onCallEnd).toHaveBeenCalledOnce();
  });

  test('tells all of them of every event, and what each sets in the headers is sent', async () => {
    const told: string[] = [];
    const telling = (who: string): Hooks => ({
      onCallStart: () => told.push(`${who} call start`),
      onAttemptStart({ headers }) {
        told.push(`${who} attempt start`);
        headers.set(`X-${who}`, 'set');
      },
      onAttemptEnd: () => told.push(`${who} attempt end`),
      onRetry: () => told.push(`${who} retry`),
      onCallEnd: () => told.push(`${who} call end`),
    });
    const sent: Headers[] = [];
    const fetch: Fetch = (_, init) => {
      sent.push(new Headers(init.headers));
      return Promise.resolve(Response.json(list, { status: sent.length === 1 ? 503 : 200 }));
    };
    const hooks = combineHooks(telling('one'), {}, telling('other'));
    await afterTimers(scripted([], { fetch, hooks }).listEndpoints());
    const attempt = ['one attempt start', 'other attempt start', 'one attempt end', 'other attempt end'];
    const retry = ['one retry', 'other retry'];
    expect(told).toEqual([
      ...['one call start', 'other call start'],
      ...attempt,
      ...retry,
      ...attempt,
      ...['one call end', 'other call end'],
    ]);
    expect(sent.map((headers) => [headers.get('X-one'), headers.get('X-other')])).toEqual([
      ['set', 'set'],
      ['set', 'set'],
    ]);
  });

  test('tells the others when one fails, and the console of that one', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const failing: Hooks = {
      onCallEnd() {
        throw new Error('not today');
      },
    };
    const onCallEnd = vi.fn();
    await afterTimers(scripted([[200, list]], { hooks: combineHooks(failing, { onCallEnd }) }).listEndpoints());
    expect(onCallEnd).toHaveBeenCalledOnce();
    expect(warn).toHaveBeenCalledOnce();
  });

  test('waits for all of them before the request', async () => {
    const headers = async (event: { headers: Headers }) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      event.headers.set('X-Late', 'set');
    };
    let late: string | null = null;
    const fetch: Fetch = (_, init) => {
      late = new Headers(init.headers).get('X-Late');
      return Promise.resolve(Response.json(list));
    };
    const hooks = combineHooks({ onAttemptStart: headers }, { onAttemptStart: () => undefined });
    await afterTimers(scripted([], { fetch, hooks }).listEndpoints());
    expect(late).toBe('set');
  });
});

describe('debug', () => {
  let debug: MockInstance<typeof console.debug>;
  beforeEach(() => {
    debug = vi.spyOn(console, 'debug').mockReturnValue();
  });

  test('logs attempts, retries and calls to the console, and tells the hooks of the client as well', async () => {
    const told: string[] = [];
    const hooks: Hooks = {
      onAttemptStart: () => told.push('start'),
      onRetry: () => told.push('retry'),
      onCallEnd: () => told.push('end'),
    };
    const client = scripted(
      [
        [500, failure],
        [200, list],
      ],
      { debug: true, hooks },
    );
    await afterTimers(client.listEndpoints());
    const lines = debug.mock.calls.map(([what, event]: unknown[]) => [what, JSON.parse(String(event)) as unknown]);
    expect(lines).toEqual([
      ['vpcep onAttemptEnd', expect.objectContaining({ operation: 'listEndpoints', attempt: 1, status: 500 })],
      ['vpcep onRetry', expect.objectContaining({ attempt: 1, delay: 83 })],
      ['vpcep onAttemptEnd', expect.objectContaining({ attempt: 2, status: 200, duration: 12 })],
      ['vpcep onCallEnd', expect.objectContaining({ attempts: 2, status: 200, requestId: 'request-1' })],
    ]);
    expect(JSON.stringify(debug.mock.calls)).not.toContain(token);
    expect(told).toEqual(['start', 'retry', 'start', 'end']);
  });

  test('is what VPCEP_LOG=debug says, unless the option says otherwise', async () => {
    vi.stubEnv('VPCEP_LOG', 'debug');
    await afterTimers(scripted([[200, list]]).listEndpoints());
    expect(debug).toHaveBeenCalledTimes(2);
    await afterTimers(scripted([[200, list]], { debug: false }).listEndpoints());
    expect(debug).toHaveBeenCalledTimes(2);
  });

  test.each([undefined, '', 'info'])('is off when VPCEP_LOG is %j', async (value) => {
    vi.stubEnv('VPCEP_LOG', value);
    await afterTimers(scripted([[200, list]]).listEndpoints());
    expect(debug).not.toHaveBeenCalled();
  });

  test('is off where there is no environment, and asks none in Deno, which asks its user', async () => {
    vi.stubGlobal('process', undefined);
    scripted([[200, list]]);
    const env = {
      get VPCEP_LOG(): string {
        throw new Error('Requires env access');
      },
    };
    vi.stubGlobal('process', { env });
    vi.stubGlobal('Deno', {});
    const client = scripted([[200, list]]);
    vi.unstubAllGlobals();
    await afterTimers(client.listEndpoints());
    expect(debug).not.toHaveBeenCalled();
  });
});
