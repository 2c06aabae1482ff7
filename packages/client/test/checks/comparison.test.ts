import { startMock, type Mock } from '@vpcep/mock';
import { document, errors } from '@vpcep/openapi/documents';
import { operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { readRules, ruledOperation } from '@vpcep/rules/document';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArguments, type Problem } from '../../src/checks/index.js';
import { operations } from './examples.js';
import { randomRequests } from './random-requests.js';
import { send } from './send.js';

/** What a service refuses for what there is, not for what is asked: clashes, quotas, what is not found, states. */
const codesOfState = [
  'EndPoint.0005',
  'EndPoint.0007',
  'Endpoint.1018',
  'EndPoint.2003',
  'EndPoint.2004',
  'EndPoint.2006',
  'EndPoint.2010',
  'EndPoint.2012',
  'EndPoint.2013',
  'EndPoint.2014',
  'EndPoint.2018',
  'EndPoint.2019',
  'EndPoint.2022',
  'EndPoint.2039',
  'EndPoint.2040',
  'EndPoint.2042',
  'EndPoint.2044',
  'EndPoint.2047',
  'EndPoint.2048',
  'EndPoint.2049',
  'EndPoint.3044',
  'EndPoint.3045',
  'EndPoint.3069',
];

/** What the mock refuses by decisions of its own, with the code of any wrong request. */
const refusedByTheMock = [
  'updateEndpointServiceName',
  'upgradeEndpointService',
  'addEndpointServiceServerResource',
  'upgradeEndpoint',
];

/** The rules that the sources ask for, by decision 24: a document without one of them is wrong, whatever follows it. */
const decided = [
  'createEndpointService uniqueBy EndPoint.3004',
  'updateEndpointService uniqueBy EndPoint.3004',
  'createEndpointService requires EndPoint.3072',
  'createEndpointService requires EndPoint.0002',
  'createEndpointService uniqueBy EndPoint.3067',
  'createEndpoint requires EndPoint.3072',
  'createEndpoint uniqueBy EndPoint.3067',
  'createEndpoint notWithin EndPoint.2043',
  'listServiceDescribeDetails exactlyOneOf EndPoint.0002',
  'batchAddOrRemoveResourceInstance requires EndPoint.3066',
  'batchAddOrRemoveResourceInstance minItems EndPoint.3066',
  'batchAddOrRemoveResourceInstance requires EndPoint.3073',
  'batchAddOrRemoveResourceInstance uniqueBy EndPoint.3067',
  'listResourceInstances uniqueBy EndPoint.3067',
  'listResourceInstances uniqueBy EndPoint.3071',
  'listResourceInstances uniqueBy EndPoint.0002',
  'listResourceInstances forbids EndPoint.0006',
  'listResourceInstances forbids EndPoint.0010',
];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    port: 0,
    scenario: 'small-team',
    transitions: 'immediate',
    quotas: { endpoint_service: 1_000_000, endpoint: 1_000_000 },
  });
});
afterAll(() => mock.close());

const byCode = new Map(errors.map((entry) => [entry.code, entry]));
const general = errors.find(({ kind }) => kind === 'request')?.code ?? '';

/** What the service says when it refuses for these problems; their order is its own. */
function expected(problems: readonly Problem[]) {
  const [code = '', ...others] = new Set(problems.map((problem) => problem.code));
  const answered = others.length === 0 ? code : general;
  const { status, message } = byCode.get(answered) ?? {};
  // The message names the field alone, as it is called in its place.
  const told = problems.slice(0, 10).map(({ field, message: { en } }) => `${field}${en.slice(en.indexOf(' '))}`);
  return { status, code: answered, message: `${message ?? ''} ${told.join('; ')}.` };
}

/** A message whose order does not matter. */
const sorted = (message: string) => message.split(/[;.] |\.$/).sort();

test('the checks and the mock, with its memory, refuse the same requests for the same fields with the same codes', async () => {
  const compared = operations.filter(
    ({ parameters, bodySchema }) =>
      bodySchema !== undefined || parameters.some((parameter) => parameter.in === 'query'),
  );
  const requests = fc.oneof(
    ...compared.map((operation) => randomRequests(operation).map((args) => ({ operation, args }))),
  );
  const runs = scaled(2_000, 20_000);
  const seen = { accepted: 0, refused: 0, byState: 0 };
  const broken = new Set<string>();
  for (const { operation, args } of fc.sample(requests, { numRuns: runs, seed: 20200831 })) {
    const problems = checkArguments(operation.id, args);
    const answer = await send(mock, operation, args);
    const told = `${operation.id} ${JSON.stringify(args)}\n${JSON.stringify(problems)}\n${JSON.stringify(answer)}`;
    if (problems.length === 0) {
      if (answer.status < 300) seen.accepted += 1;
      else {
        seen.byState += 1;
        const codes = refusedByTheMock.includes(operation.id) ? [...codesOfState, general] : codesOfState;
        expect(codes, told).toContain(answer.code);
      }
    } else {
      seen.refused += 1;
      const { status, code, message } = expected(problems);
      expect({ ...answer, message: sorted(answer.message) }, told).toEqual({ status, code, message: sorted(message) });
      for (const problem of problems) broken.add(`${operation.id} ${problem.rule} ${problem.code}`);
    }
  }
  // All three must be common, or this proves little.
  expect(Math.min(seen.accepted, seen.refused, seen.byState)).toBeGreaterThan(runs / 20);
  expect([...broken]).toEqual(expect.arrayContaining(decided));
});

test('every rule of the document is among those that the comparison is about', () => {
  const ofDocument = operationsOf(document).flatMap((described) =>
    readRules(ruledOperation(described), ($ref) => resolve<Schema>(document, { $ref })).rules.map(
      ({ word, code }) => `${described.operationId} ${word} ${code}`,
    ),
  );
  expect([...new Set(ofDocument)].sort()).toEqual(decided.filter((rule) => !rule.includes('minItems')).sort());
});
