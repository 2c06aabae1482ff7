import { startMock, type Mock } from '@vpcep/mock';
import { errors } from '@vpcep/openapi/documents';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArguments } from '../../src/checks/index.js';
import { mutations } from './mutations.js';
import { send } from './send.js';

/** The code of an answer to a request whose problems have several. */
const general = errors.find(({ kind }) => kind === 'request')?.code;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, stateful: false });
});
afterAll(() => mock.close());

test('the mock accepts what passes, and refuses everything else with the code that the problems have', async () => {
  const runs = scaled(100);
  const seen = { passed: 0, refused: 0 };
  // On the wire everything in a query is a text, so that only bodies arrive as they were checked.
  const bodies = mutations.filter(({ at, args }) => at[0] === 'body' && args.body !== undefined);
  for (const { operation, args } of fc.sample(bodies, { numRuns: runs, seed: 20200831 })) {
    const problems = checkArguments(operation.id, args);
    const { status, code } = await send(mock, operation, args);
    const told = `${operation.id} ${JSON.stringify(args)} ${JSON.stringify(problems)}`;
    if (problems.length === 0) {
      seen.passed += 1;
      expect(status, told).toBeOneOf([200, 204]);
    } else {
      seen.refused += 1;
      expect(status, told).toBe(400);
      const codes = [...new Set(problems.map((problem) => problem.code))];
      expect(code, told).toBe(codes.length === 1 ? codes[0] : general);
    }
  }
  expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(runs / 8);
});
