import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { combineHooks, type Hooks } from '../src/index.js';
import { errorResponse, id, ok, outcomeOf, path, scripted, silent } from './scripted-fetch.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const url = `https://vpcep.example/v1/p/vpc-endpoint-services/${id}`;

test('follow a call, and may add headers to what is sent', async () => {
  const events: unknown[] = [];
  const answer = Response.json({ id }, { headers: { 'X-Request-Id': 'r-2' } });
  const { client, sent } = scripted([errorResponse(500, 'EndPoint.0001', { 'X-Request-Id': 'r-1' }), answer], {
    hooks: {
      onCallStart: ({ operation, method, url }) => events.push(['call', operation, method, url]),
      onAttemptStart: ({ headers, attempt, operation, method, url }) => {
        headers.set('traceparent', `00-${attempt}`);
        events.push(['start', attempt, operation, method, url]);
      },
      onAttemptEnd: ({ attempt, status, requestId, error, duration }) =>
        events.push(['end', attempt, status, requestId, error?.name, duration]),
      onRetry: ({ attempt, delay, error }) => events.push(['retry', attempt, delay, error.name]),
      onCallEnd: ({ attempts, outcome, status, requestId, error, duration }) =>
        events.push(['over', attempts, outcome, status, requestId, error?.name, duration]),
    },
  });
  await outcomeOf(client.listServiceDetails({ path }));
  expect(events).toEqual([
    ['call', 'listServiceDetails', 'GET', url],
    ['start', 1, 'listServiceDetails', 'GET', url],
    ['end', 1, 500, 'r-1', 'VpcepServerError', 0],
    ['retry', 1, 500, 'VpcepServerError'],
    ['start', 2, 'listServiceDetails', 'GET', url],
    ['end', 2, 200, 'r-2', undefined, 0],
    ['over', 2, 'done', 200, 'r-2', undefined, 500],
  ]);
  expect(sent.map(({ headers }) => headers.get('traceparent'))).toEqual(['00-1', '00-2']);
});

test('match the start and the end of each attempt by its ID, and the attempts of a call by its own', async () => {
  const open = new Map<string, string>();
  const matched: string[] = [];
  const begun = new Set<string>();
  const hooks: Hooks = {
    onCallStart: ({ callId }) => begun.add(callId),
    onAttemptStart: ({ id: attempt, callId }) => open.set(attempt, callId),
    onAttemptEnd: ({ id: attempt, callId }) => {
      if (open.get(attempt) === callId && open.delete(attempt)) matched.push(attempt);
    },
    onCallEnd: ({ callId }) => begun.delete(callId),
  };
  const slow = () => new Promise<Response>((resolve) => setTimeout(resolve, 1000 * Math.random(), ok()));
  const { client } = scripted([() => errorResponse(500, 'EndPoint.0001'), slow], { hooks });
  await outcomeOf(Promise.all(Array.from({ length: 20 }, () => client.listServiceDetails({ path }))));
  expect(new Set(matched).size).toBe(21);
  expect([open.size, begun.size]).toEqual([0, 0]);
});

test('that are asynchronous are waited for before the request', async () => {
  const { client, sent } = scripted([ok()], {
    hooks: {
      onCallStart: () => new Promise((resolve) => setTimeout(resolve, 100)),
      async onAttemptStart({ headers }) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        headers.set('traceparent', 'late');
      },
    },
  });
  await outcomeOf(client.listServiceDetails({ path }));
  expect(sent[0]?.headers.get('traceparent')).toBe('late');
});

/** Hooks that know only by `this` where to write to. */
class Diary implements Hooks {
  readonly #events: string[] = [];
  get events() {
    return this.#events;
  }
  onCallStart() {
    this.#events.push('call start');
  }
  onAttemptStart({ headers }: { headers: Headers }) {
    this.#events.push('attempt start');
    headers.set('traceparent', '00');
  }
  onAttemptEnd() {
    this.#events.push('attempt end');
  }
  onRetry() {
    this.#events.push('retry');
  }
  onCallEnd() {
    this.#events.push('call end');
  }
}

test.each<[string, (hooks: Hooks) => { hooks: Hooks; debug?: boolean }]>([
  ['alone', (hooks) => ({ hooks })],
  ['while the client is debugged', (hooks) => ({ hooks, debug: true })],
  ['beside others', (hooks) => ({ hooks: combineHooks({}, hooks) })],
])('that are an instance of a class are told of all, and called as its methods, %s', async (_, optionsWith) => {
  vi.spyOn(console, 'debug').mockReturnValue();
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const diary = new Diary();
  const { client, sent } = scripted([errorResponse(500, 'EndPoint.0001'), ok()], optionsWith(diary));
  await outcomeOf(client.listServiceDetails({ path }));
  const attempt = ['attempt start', 'attempt end'];
  expect(diary.events).toEqual(['call start', ...attempt, 'retry', ...attempt, 'call end']);
  expect(sent.map(({ headers }) => headers.get('traceparent'))).toEqual(['00', '00']);
  expect(warn).not.toHaveBeenCalled();
});

test('that never end are ended by the time of the attempt, and nothing is sent', async () => {
  const { client, times } = scripted([ok()], { hooks: { onAttemptStart: silent }, maxRetries: 0 });
  expect(await outcomeOf(client.listServiceDetails({ path }))).toMatchObject({
    name: 'VpcepTimeoutError',
    outcome: 'not done',
  });
  expect(times).toEqual([]);
});

const failing = ['onCallStart', 'onAttemptStart', 'onAttemptEnd', 'onRetry', 'onCallEnd'] as const;

test.each(failing.flatMap((name) => [[name, 'throws'] as const, [name, 'rejects'] as const]))(
  '%s that %s turns no success into a failure, and the console is told',
  async (name, how) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const problem = new Error('of the hook');
    const hook = () => {
      if (how === 'throws') throw problem;
      return Promise.reject(problem);
    };
    const { client } = scripted([errorResponse(500, 'EndPoint.0001'), ok()], { hooks: { [name]: hook } });
    expect(await outcomeOf(client.listServiceDetails({ path }))).toEqual({ id });
    expect(warn).toHaveBeenCalledWith('a hook failed:', problem);
  },
);
