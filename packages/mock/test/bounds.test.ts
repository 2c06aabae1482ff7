import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fault, startMock } from '../src/index.js';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock();
const { owner, consumer } = run;

async function tell(method: string, route: string, text: string) {
  const response = await fetch(`${run.mock.url}/_mock/${route}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: text,
  });
  return { status: response.status, text: await response.text() };
}

/** All that a control route can change. */
const everything = () => ({
  state: run.mock.state(),
  now: run.mock.clock.now(),
  transitions: run.mock.transitions(),
  quotas: run.mock.quotas(),
  faults: run.mock.faults(),
});

async function prepare(): Promise<void> {
  const { id } = await owner.ok('createEndpointService', { body: serviceBody(1, { approval_enabled: false }) });
  run.mock.clock.advance('1500ms');
  run.mock.setFaults([{ status: 503, times: 2, after: 1000 }]);
  run.mock.setQuotas({ endpoint: 7 });
  await consumer.send('createEndpoint', { body: endpointBody(id) });
}

const service = {
  id: 's',
  project_id: 'owner',
  created_at: '2025-01-01T00:00:00Z',
  vpc_id: 'v',
  server_type: 'VM',
  port_id: '00000000-0000-4000-8000-000000000001',
  ports: [{ client_port: 1, server_port: 2 }],
  status: 'available',
};
const endpoint = {
  id: 'e',
  project_id: 'consumer',
  created_at: '2025-01-01T00:00:00Z',
  vpc_id: 'v',
  endpoint_service_id: 's',
  service_type: 'interface',
  marker_id: 1,
  status: 'accepted',
};
const state = (fields: object) => ({ services: [], endpoints: [], ...fields });
const ofService = (fields: object) => state({ services: [{ ...service, ...fields }] });
const ofEndpoint = (fields: object) => state({ endpoints: [{ ...endpoint, ...fields }] });

describe('a control request beyond a bound is refused, and changes nothing', () => {
  test.each<[string, string, unknown, RegExp]>([
    [
      'PUT',
      'state',
      state({ counters: { ids: 2 ** 53 - 1, markers: 0 } }),
      /body\.counters\.ids must be <= 1000000000000/,
    ],
    ['PUT', 'state', state({ counters: { ids: 0, markers: 1e308 } }), /body\.counters\.markers must be <=/],
    ['PUT', 'state', state({ quotas: { endpoint: 1e300 } }), /body\.quotas\.endpoint must be <= 1000000000/],
    [
      'PUT',
      'state',
      state({ now: '9999-01-01T00:00:00Z' }),
      /body\.now must be a time .* within the years 1970 to 8999/,
    ],
    ['PUT', 'state', state({ now: '1969-12-31T23:59:59Z' }), /body\.now must be a time/],
    [
      'PUT',
      'state',
      state({ now: '2030-01-01T00:00:00Z', transitions: { endpoint: 'soon' } }),
      /body\.transitions\.endpoint/,
    ],
    [
      'PUT',
      'state',
      state({ transitions: { endpoint: 'time(1e9h)' } }),
      /body\.transitions\.endpoint must be .*up to 8760h/,
    ],
    ['PUT', 'state', state({ transitions: { endpoint: 'manual(9999999)' } }), /body\.transitions\.endpoint must be/],
    ['PUT', 'state', state({ accounts: { ['p'.repeat(65)]: 'a' } }), /body\.accounts .*may not have ppp|more than 64/],
    [
      'PUT',
      'state',
      state({ organizations: { a: 'o/'.repeat(1000) } }),
      /body\.organizations\.a must NOT have more than 1000/,
    ],
    ['PUT', 'state', ofService({ created_at: '2025-02-31T00:00:00Z' }), /services\[0\]\.created_at must be a time/],
    ['PUT', 'state', ofService({ updated_at: '9000-01-01T00:00:00Z' }), /services\[0\]\.updated_at must be a time/],
    ['PUT', 'state', ofService({ changed: 1e308 }), /services\[0\]\.changed must be <=/],
    ['PUT', 'state', ofService({ pending: { to: 'gone', at: 1e308 } }), /services\[0\]\.pending\.at must be <= \d+/],
    ['PUT', 'state', ofService({ pending: { to: 'gone', at: -1 } }), /services\[0\]\.pending\.at must be >= 0/],
    [
      'PUT',
      'state',
      ofService({ pending: { to: 'gone', polls: 1e6 } }),
      /services\[0\]\.pending\.polls must be <= 999999/,
    ],
    ['PUT', 'state', ofService({ project_id: 'p'.repeat(65) }), /services\[0\]\.project_id must NOT have more than 64/],
    ['PUT', 'state', ofEndpoint({ marker_id: -1 }), /endpoints\[0\]\.marker_id must be >= 0/],
    ['PUT', 'state', ofEndpoint({ marker_id: 2 ** 60 }), /endpoints\[0\]\.marker_id must be <= 9007199254740991/],
    ['PUT', 'state', { scenario: 'x'.repeat(5000) }, /scenario must be one of .*not 'x{60}… \(5000 characters\)'/],
    ['PUT', 'faults', { faults: [{ status: 500, times: 1e300 }] }, /faults\[0\]\.times must be <= 1000000000/],
    ['PUT', 'faults', { faults: [{ status: 500, after: 1e300 }] }, /faults\[0\]\.after must be <= 1000000000/],
    ['PUT', 'faults', { faults: [{ latency: 2 ** 31 }] }, /faults\[0\]\.latency must be .* up to 1h/],
    ['PUT', 'faults', { faults: [{ latency: '9000h' }] }, /faults\[0\]\.latency must be .* up to 1h/],
    [
      'PUT',
      'faults',
      { faults: [{ latency: { min: 0, max: '9000h' } }] },
      /faults\[0\]\.latency\.max must be .* up to 1h/,
    ],
    ['PUT', 'faults', { faults: [{ latency: { min: '2s', max: '1s' } }] }, /latency\.min must not be longer than max/],
    ['PUT', 'faults', { faults: [{ latency: { median: 0, p99: 1 } }] }, /latency\.median must be more than nothing/],
    [
      'PUT',
      'faults',
      { faults: [{ status: 500, retryAfter: '9999999h' }] },
      /faults\[0\]\.retryAfter must be .* up to 8760h/,
    ],
    ['PUT', 'faults', { faults: [{ status: 500 }, { error: 'none' }] }, /faults\[1\]\.error must be a code/],
    ['PUT', 'faults', { faults: [{ status: 500, operation: 'x'.repeat(900) }] }, /not 'x{60}… \(900 characters\)'/],
    ['POST', 'clock', { advance: '99999999999h', transitions: { endpoint: 'immediate' } }, /year 8999/],
    ['POST', 'clock', { advance: '1h', transitions: { endpoint: 'soon' } }, /body\.transitions\.endpoint must be/],
    ['POST', 'clock', { advance: `${'9'.repeat(400)}h` }, /body\.advance must be a number of milliseconds/],
    ['POST', 'quotas', { endpoint: 1, endpoint_service: 1e10 }, /body\.endpoint_service must be <= 1000000000/],
    ['POST', 'quotas', { endpoint: 1, vpc: 1 }, /body\.vpc is not known/],
    ['POST', 'quotas', [], /body must be object/],
  ])('%s %s %j', async (method, route, body, message) => {
    await prepare();
    const before = everything();
    const { status, text } = await tell(method, route, JSON.stringify(body));
    expect([status, text]).toEqual([400, expect.stringMatching(message)]);
    expect(text.length).toBeLessThan(3000);
    expect(everything()).toEqual(before);
  });

  test('as every other that is made up', async () => {
    const junk = fc.oneof(
      fc.constantFrom<unknown>(null, true, '', 'x', '1e9h', '9999-12-31T23:59:59Z', -1, 0.5, 1e308, 2 ** 53, [], {}, [
        [],
      ]),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const members = ['now', 'accounts', 'organizations', 'quotas', 'transitions', 'counters', 'services', 'endpoints'];
    await prepare();
    const whole = run.mock.state();
    const [wholeService] = whole.services;
    const body = fc.oneof(
      fc.tuple(fc.constantFrom(...members), junk).map(([name, value]) => ({ ...whole, [name]: value })),
      fc.tuple(fc.constantFrom(...Object.keys(wholeService ?? {}), 'pending'), junk).map(([name, value]) => ({
        ...whole,
        services: [{ ...wholeService, [name]: value }],
      })),
      junk,
    );
    const requests = fc.oneof(
      fc.tuple(fc.constant('PUT'), fc.constant('state'), body),
      fc.tuple(
        fc.constant('PUT'),
        fc.constant('faults'),
        junk.map((one) => ({ faults: [{ status: 500 }, one] })),
      ),
      fc.tuple(
        fc.constant('POST'),
        fc.constant('clock'),
        fc.record({ advance: junk, transitions: junk }, { requiredKeys: [] }),
      ),
      fc.tuple(fc.constant('POST'), fc.constant('quotas'), fc.record({ endpoint: junk, endpoint_service: junk })),
    );
    await fc.assert(
      fc.asyncProperty(requests, async ([method, route, sent]) => {
        run.mock.reset();
        await prepare();
        const before = everything();
        const { status } = await tell(method, route, JSON.stringify(sent));
        if (status === 400) expect(everything()).toEqual(before);
        else {
          // What is taken is said again, and taken back.
          expect([200, 204]).toContain(status);
          const taken = run.mock.state();
          run.mock.load(taken);
          expect(run.mock.state()).toEqual(taken);
          run.mock.setFaults([]);
          expect((await owner.send('listEndpointService')).status).toBe(200);
        }
      }),
      { numRuns: scaled(150) },
    );
  });
});

describe('megabytes of junk are refused at what is wrong first', () => {
  const ones = `[${'1,'.repeat(5_500_000)}1]`;
  test.each([
    ['PUT', 'state', `{"services":${ones},"endpoints":[]}`, /body\.services\[0\] must be object\.$/],
    ['PUT', 'faults', `{"faults":${ones}}`, /body\.faults must NOT have more than 100 items\.$/],
    ['POST', 'clock', `{"transitions":${ones}}`, /body\.transitions must be object\.$/],
    ['POST', 'quotas', ones, /body must be object\.$/],
  ])('%s %s', async (method, route, text, message) => {
    const answer = await tell(method, route, text);
    const { error_msg: said } = JSON.parse(answer.text) as { error_msg: string };
    expect([answer.status, said]).toEqual([400, expect.stringMatching(message)]);
  });
});

test('of a small body, up to ten problems are told', async () => {
  const services = Array.from({ length: 3 }, () => ({ ...service, status: 'broken', vpc_id: 7, id: '' }));
  const { text } = await tell('PUT', 'state', JSON.stringify({ services, endpoints: [] }));
  expect(text.match(/body\.services\[\d\]/g)).toHaveLength(9);
});

test('a state larger than a request may be is read, and taken back', async () => {
  const description = 'x'.repeat(13 * 1024 * 1024);
  expect(await tell('PUT', 'state', JSON.stringify(ofService({ description })))).toEqual({ status: 204, text: '' });
  const text = await (await fetch(`${run.mock.url}/_mock/state`)).text();
  run.mock.reset();
  expect(await tell('PUT', 'state', text)).toEqual({ status: 204, text: '' });
  expect(run.mock.state().services[0]?.description).toHaveLength(description.length);
});

describe('from code', () => {
  test.each<[string, () => void]>([
    [
      'a state with what JSON has no words for',
      () => {
        run.mock.load(ofService({ unknown_fields: { a: 1n } }));
      },
    ],
    [
      'a state within itself',
      () => {
        const unknown_fields: Record<string, unknown> = {};
        unknown_fields['again'] = unknown_fields;
        run.mock.load({ ...ofService({ unknown_fields }), now: '2030-01-01T00:00:00Z' });
      },
    ],
    [
      'a rate that is no number',
      () => {
        run.mock.setFaults([{ status: 500, rate: NaN }]);
      },
    ],
    [
      'times without end',
      () => {
        run.mock.setFaults([{ status: 500, times: Infinity }]);
      },
    ],
    [
      'an advance without end',
      () => {
        run.mock.clock.advance(Infinity);
      },
    ],
    [
      'an advance that is no number',
      () => {
        run.mock.clock.advance(NaN);
      },
    ],
    [
      'an advance of another kind',
      () => {
        run.mock.clock.advance(1n as never);
      },
    ],
    [
      'no transitions',
      () => {
        run.mock.setTransitions(undefined as never);
      },
    ],
    [
      'no quotas',
      () => {
        run.mock.setQuotas(undefined as never);
      },
    ],
    [
      'no state',
      () => {
        run.mock.load(undefined as never);
      },
    ],
  ])('%s is refused, and changes nothing', async (_, act) => {
    await prepare();
    const before = everything();
    expect(act).toThrow(/must be|is missing/);
    expect(everything()).toEqual(before);
  });

  test('what is undefined counts as left out', () => {
    run.mock.load(ofService({ tags: undefined, description: undefined, pending: undefined }));
    expect(run.mock.state().services).toMatchObject([{ tags: [], description: '' }]);
    run.mock.setQuotas({ endpoint: 5, endpoint_service: undefined } as never);
    expect(run.mock.quotas()).toEqual({ endpoint_service: 100, endpoint: 5 });
  });

  test('what is handed over may be changed afterwards', async () => {
    const given = ofService({ tags: [{ key: 'a', value: 'b' }] });
    const mock = await startMock({ port: 0, scenario: given as never });
    given.services.length = 0;
    mock.reset();
    expect(mock.state().services).toHaveLength(1);
    const faults: Fault[] = [{ status: 500 }];
    mock.setFaults(faults);
    (mock.faults() as Fault[])[0] = { status: 501 };
    faults[0] = { status: 502 };
    expect(mock.faults()).toEqual([{ status: 500 }]);
    await mock.close();
  });
});

test('the longest latency is held back, rather than answered at once', async () => {
  run.mock.setFaults(Array.from({ length: 100 }, () => ({ latency: '1h' as const, times: 1 })));
  const abort = new AbortController();
  const answer = fetch(`${run.mock.url}/v1/owner/quotas`, {
    headers: { 'X-Auth-Token': 'any' },
    signal: abort.signal,
  }).then(
    () => 'answered',
    () => 'held back',
  );
  setTimeout(() => {
    abort.abort();
  }, 200);
  expect(await answer).toBe('held back');
});
