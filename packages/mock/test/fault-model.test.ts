import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault, FaultMatcher, FaultStep } from '../src/index.js';
import { apiOf } from './api.js';
import { runMock } from './running.js';

const run = runMock();

interface Call {
  operation: 'listEndpoints' | 'listServiceDetails' | 'createEndpoint';
  project: string;
  service: string;
  limit: number;
  client: string;
}

const text = fc.constantFrom('a', 'ab', 'abb');
const pattern = fc.constantFrom('a*', '*b', '*', 'a*b', '*a*', '*b*b', '**', 'ab', 'b');

const call = fc.record<Call>({
  operation: fc.constantFrom('listEndpoints', 'listEndpoints', 'listServiceDetails', 'createEndpoint'),
  project: text,
  service: text,
  limit: fc.constantFrom(1, 2, 12, 5),
  client: text,
});

const target = fc.oneof(
  fc.constant<FaultMatcher>({}),
  fc.record<FaultMatcher>(
    {
      operation: fc.constant('listEndpoints'),
      method: fc.constantFrom('GET', ['GET']),
      query: fc.record({ limit: fc.constantFrom('1*', '*2', '*') }),
    },
    { requiredKeys: [] },
  ),
  fc.record<FaultMatcher>(
    { operation: fc.constant('listServiceDetails'), path: fc.record({ vpc_endpoint_service_id: pattern }) },
    { requiredKeys: ['path'] },
  ),
  fc.record<FaultMatcher>({ method: fc.constantFrom('POST', ['GET', 'DELETE'], ['GET', 'POST']) }),
);
const tenant = fc.record<FaultMatcher>(
  { project: pattern, headers: fc.record({ 'X-cLIENT': pattern }) },
  { requiredKeys: [] },
);
const status = fc.integer({ min: 500, max: 599 });
const step = fc.oneof<fc.Arbitrary<FaultStep>[]>(fc.constant('pass'), status, fc.record({ status }));
const course = fc.oneof(
  fc.record<Fault>(
    { status, after: fc.nat(2), times: fc.nat(3), rate: fc.constantFrom(0, 1, 1, 1) },
    { requiredKeys: ['status'] },
  ),
  fc.record<Fault>({
    status,
    nth: fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 3 }),
    ),
  }),
  fc.record<Fault>(
    { script: fc.array(step, { minLength: 1, maxLength: 5 }), after: fc.nat(2), repeat: fc.boolean() },
    { requiredKeys: ['script'] },
  ),
);
const fault = fc.tuple(target, tenant, course).map(([of, from, when]): Fault => ({ ...of, ...from, ...when }));

const methods = { listEndpoints: 'GET', listServiceDetails: 'GET', createEndpoint: 'POST' };

const fits = (value: string, wanted: string | undefined) =>
  wanted === undefined || new RegExp(`^${wanted.replaceAll('*', '.*')}$`).test(value);

/** Whether a call is one that a fault is for. */
const isFor = ({ operation, method, project, path, query, headers }: Fault, made: Call) =>
  fits(made.operation, operation) &&
  fits(methods[made.operation], method === undefined ? undefined : `(${[method].flat().join('|')})`) &&
  fits(made.project, project) &&
  (path === undefined ||
    (made.operation === 'listServiceDetails' && fits(made.service, path['vpc_endpoint_service_id']))) &&
  (query === undefined || (made.operation === 'listEndpoints' && fits(String(made.limit), query['limit']))) &&
  fits(made.client, headers?.['X-cLIENT']);

/** What a fault answers to its first, second, … call, written down in advance. */
function planOf({
  status: answered,
  after = 0,
  times = 99,
  rate,
  nth,
  script = [],
  repeat,
}: Fault): (number | undefined)[] {
  const none = Array<undefined>(after).fill(undefined);
  if (answered === undefined) {
    const once = script.map((one) => (one === 'pass' ? undefined : typeof one === 'number' ? one : one.status));
    return [...none, ...(repeat === true ? Array<typeof once>(50).fill(once).flat() : once)];
  }
  if (rate === 0) return [];
  if (nth === undefined) return [...none, ...Array<number>(times).fill(answered)];
  const plan: (number | undefined)[] = [];
  for (const place of [nth].flat()) plan[place - 1] = answered;
  return plan;
}

/** What the faults do to calls in a row: what is answered, where they answer, and the counts. */
function expected(faults: readonly Fault[], calls: readonly Call[]) {
  const answers = calls.map((): number | undefined => undefined);
  const counts = faults.map((one) => {
    const plan = planOf(one);
    const places = [...calls.keys()].filter((place) => calls.slice(place, place + 1).some((made) => isFor(one, made)));
    for (const [turn, place] of places.entries()) answers[place] ??= plan[turn];
    return { calls: places.length, hits: plan.slice(0, places.length).filter((hit) => hit !== undefined).length };
  });
  return { answers, counts };
}

test('any faults do to any calls what is written down of them', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { minLength: 1, maxLength: 3 }),
      fc.array(call, { minLength: 6, maxLength: 12 }),
      async (faults, calls) => {
        run.mock.setFaults(faults);
        const answers: (number | undefined)[] = [];
        for (const { operation, project, service, limit, client } of calls) {
          const { status: found } = await apiOf(run.mock, project).send(operation, {
            service,
            headers: { 'X-Client': client },
            ...(operation === 'listEndpoints' ? { query: { limit } } : {}),
          });
          answers.push(found < 500 ? undefined : found);
        }
        const wanted = expected(faults, calls);
        answered += wanted.answers.filter((found) => found !== undefined).length;
        expect({ answers, counts: run.mock.faultCounts() }).toEqual(wanted);
      },
    ),
    { numRuns: scaled(60) },
  );
  // It would show nothing if the faults that were drawn were for none of the calls.
  expect(answered).toBeGreaterThan(30);
});
