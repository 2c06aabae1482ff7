import { startMock, type Mock } from '@vpcep/mock';
import { documentsAsOf, laterStates } from '@vpcep/openapi/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileValidators } from '../../build/validators/compile.js';
import { withMessages } from '../../build/validators/messages.js';
import {
  assertArguments,
  checkArguments,
  type CheckOptions,
  requestSchemas,
  requestSchemasIn,
  VpcepArgumentsError,
} from '../../src/checks/index.js';
import { VpcepValidationError, type OperationId } from '../../src/index.js';
import { exampleOf, operations } from './examples.js';
import { send } from './send.js';

const later: CheckOptions = { asOf: '2026-08' };
const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `key${index}`, value: '' }));
const tag = (key: string, value = '') => ({ tags: [{ key, value }] });

/** Fields of bodies, and whether each is allowed by tables 1 to 7, and as of August 2026. */
const cases: [what: string, id: OperationId, fields: object, byTables: boolean, byLater: boolean][] = [
  ['a key of 60 characters', 'createEndpointService', tag('k'.repeat(60)), false, true],
  ['a key of 129 characters', 'createEndpointService', tag('k'.repeat(129)), false, false],
  ['a key with an equals sign', 'createEndpoint', tag('a=b'), false, true],
  ['a key with a hash', 'createEndpoint', tag('a#b'), true, false],
  ['a key of the system', 'createEndpoint', tag('_sys_a'), true, false],
  ['a value with a slash', 'createEndpoint', tag('k', 'a/b'), false, true],
  ['12 tags', 'createEndpointService', { tags: tags(12) }, false, true],
  ['21 tags', 'createEndpointService', { tags: tags(21) }, false, false],
  ['a change of 12 tags', 'batchAddOrRemoveResourceInstance', { action: 'create', tags: tags(12) }, false, true],
  ['proxy_vni', 'createEndpointService', { tcp_proxy: 'proxy_vni' }, false, true],
  ['an address between the two ranges', 'createEndpoint', { port_ip: '198.19.200.1' }, true, false],
  ['an address in both ranges', 'createEndpoint', { port_ip: '198.19.130.1' }, false, false],
];

describe.each([
  ['tables 1 to 7', {}, 3],
  ['August 2026', later, 4],
] as const)('by %s', (_, options: CheckOptions, column) => {
  let mock: Mock;
  beforeAll(async () => {
    const { asOf } = options;
    // What a mock without memory answers depends on the request alone.
    mock = await startMock({ port: 0, stateful: false, ...(asOf === undefined ? {} : { asOf }) });
  });
  afterAll(() => mock.close());

  test.each(cases)('%s is judged as the mock judges it', async (...row) => {
    const [, id, fields] = row;
    const { path, body } = exampleOf(id);
    const args = { path: { ...path, project_id: 'project' }, query: {}, body: { ...body, ...fields } };
    const problems = checkArguments(id, args, options);
    expect(problems.length === 0).toBe(row[column]);
    const operation = operations.find((described) => described.id === id);
    if (operation === undefined) throw new Error(`there is no operation ${id}`);
    const answer = await send(mock, operation, args);
    expect(answer.status < 300, answer.message).toBe(row[column]);
    if (problems.length > 0) expect(answer.code).toBe(problems[0]?.code);
  });
});

test('assertions and schemas of forms go by the state as well', () => {
  const body = { ...exampleOf('createEndpointService').body, tags: tags(12) };
  expect(() => {
    assertArguments('createEndpointService', { body });
  }).toThrow(VpcepArgumentsError);
  assertArguments('createEndpointService', { body }, later);
  const issues = (schemas: typeof requestSchemas) => schemas.createEndpointService['~standard'].validate(body).issues;
  expect(issues(requestSchemas)).toHaveLength(1);
  expect(issues(requestSchemasIn('zh-CN', later))).toBeUndefined();
});

test('what a later state forbids is told in its words', () => {
  const { body } = exampleOf('createEndpointService');
  const [problem] = checkArguments('createEndpointService', { body: { ...body, ...tag('_sys_a') } }, later);
  expect(problem).toMatchObject({
    rule: 'not',
    message: {
      en: 'key may contain letters, digits, spaces and _ . : = + - @, may not begin or end with a space, nor begin with _sys_',
    },
  });
});

test('a state that there is not is refused, with those that there are', () => {
  const unknown = '2027-01' as '2026-08';
  expect(() => checkArguments('createEndpoint', {}, { asOf: unknown })).toThrow(VpcepValidationError);
  expect(() => checkArguments('createEndpoint', {}, { asOf: unknown })).toThrow('must be 2026-08, or left out');
});

test('a later state with other parameters does not build, since they have no schema of their own', async () => {
  const document = withMessages(documentsAsOf['2026-08']);
  const changed = structuredClone(document);
  Object.assign(changed.components.parameters?.['Limit'] ?? {}, { schema: { type: 'integer', maximum: 5 } });
  await expect(compileValidators(document, { [laterStates[0]]: changed })).rejects.toThrow(
    'has other arguments as of 2026-08; give what differs a schema of its own',
  );
});
