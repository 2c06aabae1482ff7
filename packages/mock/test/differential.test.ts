import { document } from '@vpcep/openapi/documents';
import { type DescribedOperation, operationsOf } from '@vpcep/openapi/reader';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Duration, MockOptions, MockState, ScenarioName } from '../src/index.js';
import { apiBy } from './api.js';
import { allowedRequests, brokenRequests } from './broken-requests.js';
import { breachesOf } from './broken-rules.js';
import { exampleQuery } from './documented-rules.js';
import { mutated } from './fuzz/mutations.js';
import { modelled, sequences } from './model-steps.js';
import { Model } from './model.js';
import { type Arriving, createTwoMocks } from './two-mocks.js';

/*
 * The mock in a page validates by validators that were compiled when it was built, and the one on Node by Prism. Whatever
 * they are asked, they give the same answer, to the letter.
 */

const operations = operationsOf(document);
const described = (id: string): DescribedOperation => {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`there is no operation ${id}`);
  return found;
};

/** A request to an operation with the examples of its path. */
function requestOf(operation: DescribedOperation, query: readonly [string, string][], body: unknown): Arriving {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(operation.parameters.find((each) => each.in === 'path' && each.name === name)?.example)),
  );
  return {
    method: operation.method.toUpperCase(),
    target: `${path}?${new URLSearchParams(Object.fromEntries(query)).toString()}`,
    headers: { 'X-Auth-Token': 'any', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** A request for each example of an operation. */
const exampleRequests = (operation: DescribedOperation): Arriving[] => {
  const bodies = [...(operation.requestBody?.json?.examples.values() ?? [])];
  return (bodies.length === 0 ? [undefined] : bodies).map((body) =>
    requestOf(operation, exampleQuery(operation), body),
  );
};

const documentedRequests: Arriving[] = [
  ...operations.flatMap(exampleRequests),
  ...operations.flatMap(breachesOf).map(({ operationId, query, body }) =>
    requestOf(
      described(operationId),
      Object.entries(query).map(([name, value]) => [name, String(value)]),
      body,
    ),
  ),
  ...[...brokenRequests.map(([, , body]) => body), ...allowedRequests.map(([, body]) => body)].map((body) =>
    requestOf(described('createEndpointService'), [], body),
  ),
  ...operations.map((operation) => requestOf(operation, exampleQuery(operation), { nonsense: true })),
  ...operations.map((operation) => requestOf(operation, [['limit', 'x']], undefined)),
  ...operations.flatMap(exampleRequests).map((request) => ({ ...request, headers: {} })),
];

const worlds: [name: string, options: MockOptions][] = [
  ['by tables 1 to 7', {}],
  ['as of 2026-08', { asOf: '2026-08' }],
  ['with unknown fields let through', { unknownFields: 'warn' }],
  ['with the calls of its region alone', { regional: true }],
  ['without a memory', { stateful: false }],
  ['without a memory, as of 2026-08', { stateful: false, asOf: '2026-08' }],
  ['with verified credentials', { auth: 'strict' }],
];

test.each(worlds)(
  '%s, requests that the document shows, and those that break its rules, get the same answers',
  async (_, options) => {
    const mocks = createTwoMocks(options);
    for (const request of documentedRequests) await mocks.ask(request);
    mocks.state();
  },
);

test.each(worlds.filter(([name]) => ['by tables 1 to 7', 'without a memory'].includes(name)))(
  '%s, requests that choose an answer of the document get the same answers',
  async (_, options) => {
    const mocks = createTwoMocks(options);
    for (const operation of operations) {
      const [request] = exampleRequests(operation);
      if (request === undefined) throw new Error(`${operation.operationId} has no example`);
      const choices = operation.responses.flatMap(({ status, json }) => [
        `code=${status}`,
        ...[...(json?.examples.keys() ?? [])].map((name) => `code=${status}, example=${name}`),
      ]);
      for (const prefer of [...choices, 'code=299', 'example=none', 'dynamic=maybe', 'wait=10']) {
        await mocks.ask({ ...request, headers: { ...request.headers, Prefer: prefer } });
      }
    }
  },
);

test('values at random are left to the mock with a server, and the one in the page says so', async () => {
  const [request] = exampleRequests(described('listEndpointService'));
  if (request === undefined) throw new Error('the operation has no example');
  const headers = { ...request.headers, Prefer: 'dynamic=true' };
  const { status, body } = await createTwoMocks().askPage({ ...request, headers });
  expect({ status, body }).toEqual({
    status: 400,
    body: {
      error_code: 'EndPoint.0002',
      error_msg:
        'Parameter error. header.Prefer: dynamic=true needs a mock with a server, since the one in the page makes up no values; choose an answer of the document with example=… or code=….',
    },
  });
});

describe('whatever is wrong with requests, they get the same answers', () => {
  test.each([
    ['by tables 1 to 7', {}, 1_400, 14_000],
    ['as of 2026-08', { asOf: '2026-08' }, 300, 3_000],
    ['with unknown fields let through', { unknownFields: 'warn' }, 300, 3_000],
  ] as [string, MockOptions, number, number][])('%s', { timeout: 3_600_000 }, async (_, options, few, many) => {
    const mocks = createTwoMocks(options);
    const batch = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(mutated, { minLength: batch, maxLength: batch }), async (wires) => {
        for (const { method, target, headers, body } of wires) await mocks.ask({ method, target, headers, body });
        mocks.state();
        mocks.each((control) => {
          control.reset();
        });
      }),
      { numRuns: scaled(few, many) / batch, endOnFailure: true },
    );
  });
});

test('whatever two tenants do, they get the same answers', { timeout: 3_600_000 }, async () => {
  const mocks = createTwoMocks({ ...modelled, scenario: 'empty' });
  await fc.assert(
    fc.asyncProperty(sequences, async (commands) => {
      mocks.each((control) => {
        control.reset();
      });
      const tenant = (project: string) =>
        apiBy(project, ({ method, target, headers, text }) =>
          mocks.ask({ method, target, headers, body: text }).then(({ status, body }) => ({ status, body })),
        );
      const real = {
        mock: {
          clock: {
            now: () => mocks.state().now,
            advance: (duration: Duration) => {
              mocks.each(({ clock }) => {
                clock.advance(duration);
              });
            },
          },
          load: (state: ScenarioName | MockState) => {
            mocks.each((control) => {
              control.load(state);
            });
          },
          state: () => mocks.state(),
        },
        owner: tenant('owner'),
        consumer: tenant('consumer'),
      };
      await fc.asyncModelRun(() => ({ model: new Model(), real }), commands);
    }),
    { numRuns: scaled(100) },
  );
});
