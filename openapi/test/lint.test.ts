import { fullTier } from '@vpcep/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Finding, redoclyFindings, spectralFindings, spellingFindings } from './findings.js';
import { described, document, operation, type Parts, responses, text } from './linted-document.js';

/** What breaks a rule: what is said of it, and where. */
type Fault = [rule: string, place: string, says: string, parts: Parts];

const file = 'things.json';
/** A document with all of some faults. */
const faulty = (faults: Fault[]) => document(...faults.map(([, , , parts]) => parts));
/** A fault as it is found. */
const found = ([rule, place, says]: Fault): Finding => ({
  file,
  rule,
  place,
  message: expect.stringContaining(says) as string,
});
/** What is found that is no fault, or at another place. */
const others = (findings: Finding[], faults: Fault[]) =>
  findings.filter((finding) => !faults.some(([rule, place]) => rule === finding.rule && place === finding.place));

/** Names that Huawei Cloud spells otherwise. */
const huaweiNames: Parts = {
  properties: Object.fromEntries(
    ['routeTables', 'jobId', 'Effect', 'Action', 'Resource', 'description'].map((name) => [name, described]),
  ),
  paths: { '/searches': { post: operation('listResourceInstances') } },
};
const schemaOf = (name: string) => ({ type: 'object', description: 'Something.', properties: { [name]: described } });
/** Schemas whose properties differ in name alone. */
const alike: Parts = {
  properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } },
  schemas: { A: schemaOf('description'), B: schemaOf('example') },
};

const thing = '#/components/schemas/Thing/properties';
const bodyWithout = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } };
const list = { type: 'array', description: 'Several.', items: { type: 'object', properties: { name: described } } };
const code = 'EndPoint.0002';

/** A property that misuses one of the document's own words; where in it, and what is said of that. */
const misused = (name: string, at: string, says: string, schema: object): Fault => [
  'vpcep/vocabulary',
  `${thing}/${name}${at}`,
  says,
  { properties: { [name]: schema } },
];
const misusedWords: Fault[] = [
  misused('two_words', '/x-rules', '/0 must match exactly one schema in oneOf; see vocabulary/x-rules.yaml', {
    ...list,
    'x-rules': [{ uniqueBy: ['name'], requires: ['name'], code }],
  }),
  misused('unknown_word', '/x-rules', '/0 must NOT have additional properties', {
    ...list,
    'x-rules': [{ sameAs: 'name', code }],
  }),
  misused('unknown_code', '', '`EndPoint.9999` is not in errors.yaml', {
    ...list,
    'x-rules': [{ uniqueBy: ['name'], code: 'EndPoint.9999' }],
  }),
  misused('no_code', '/x-error-code', 'must NOT have fewer than 1 properties; see vocabulary/x-error-code.yaml', {
    ...described,
    'x-error-code': {},
  }),
  misused('code_unknown', '', '`EndPoint.9998` is not in errors.yaml', {
    ...described,
    'x-error-code': { maxLength: 'EndPoint.9998' },
  }),
  misused('code_of_nothing', '/x-error-code', '`x-error-code` names `maximum`, which does not stand beside it', {
    ...described,
    'x-error-code': { maximum: code },
  }),
  misused('sentence', '/x-message', 'must match pattern', {
    ...described,
    pattern: '^a',
    'x-message': 'It must begin with a.',
  }),
  misused('half_a_life', '/x-lifecycle', "must have required property 'final'; see vocabulary/x-lifecycle.yaml", {
    ...described,
    enum: ['a'],
    'x-lifecycle': { passing: ['a'] },
  }),
  misused('no_such_state', '/x-lifecycle', '`x-lifecycle` names `b`, which is not in `enum`', {
    ...described,
    enum: ['a'],
    'x-lifecycle': { passing: ['a'], final: ['b'] },
  }),
  misused('open_and_closed', '/x-extensible-enum', '`x-extensible-enum` stands in the place of `enum`', {
    ...described,
    enum: ['a'],
    'x-extensible-enum': ['a'],
  }),
  misused('misspelt', '/x-rule', '`x-rule` is no word of vocabulary/', {
    ...list,
    'x-rule': [{ uniqueBy: ['name'], code }],
  }),
  [
    'vpcep/vocabulary',
    '#/paths/~1walls/post/x-rules',
    'must be array',
    { paths: { '/walls': { post: operation('createWall', { 'x-rules': { requires: ['colour'], code } }) } } },
  ],
  [
    'vpcep/vocabulary',
    '#/paths/~1fences/post/x-regions',
    '`x-regions` names `atlantis`, which no server has',
    { paths: { '/fences': { post: operation('createFence', { 'x-regions': ['cn-east-4', 'atlantis'] }) } } },
  ],
  [
    'vpcep/vocabulary',
    '#/paths/~1gates/post/x-iam-action',
    'must match pattern',
    { paths: { '/gates': { post: operation('createGate', { 'x-iam-action': { name: 'gates:create' } }) } } },
  ],
];

const redoclyFaults: Fault[] = [
  [
    'vpcep/operation-verb',
    '#/paths/~1lamps/post/operationId',
    '`makeLamp` does not begin with a known verb. Known are accept (post), add (post), batch (post), create (post)',
    { paths: { '/lamps': { post: operation('makeLamp') } } },
  ],
  [
    'vpcep/operation-verb',
    '#/paths/~1chairs/post/operationId',
    '`updateChair` is sent with post, not with put',
    { paths: { '/chairs': { post: operation('updateChair') } } },
  ],
  ['vpcep/property-name', `${thing}/thingKind`, 'Property `thingKind`', { properties: { thingKind: described } }],
  ['vpcep/property-description', `${thing}/kind`, 'Property `kind`', { properties: { kind: text } }],
  [
    'vpcep/shared-failure',
    '#/paths/~1tables/post/responses/409',
    'Status 409',
    {
      paths: {
        '/tables': {
          post: operation('createTable', { responses: { ...responses, '409': { description: 'It exists.' } } }),
        },
      },
    },
  ],
  [
    'vpcep/distinct-schemas',
    '#/components/schemas/Reason',
    '`Reason` says the same as `Refusal`',
    {
      properties: { why: { $ref: '#/components/schemas/Reason' } },
      schemas: {
        Reason: {
          description: 'Why.',
          properties: { reason: { examples: ['Full.'], description: 'Why it was not done.', type: 'string' } },
          type: 'object',
        },
      },
    },
  ],
  [
    'vpcep/body-example',
    '#/paths/~1windows/post/requestBody/content/application~1json',
    'The body has no example',
    { paths: { '/windows': { post: operation('createWindow', { requestBody: { required: true, ...bodyWithout } }) } } },
  ],
  [
    'vpcep/body-example',
    '#/paths/~1doors/post/responses/200/content/application~1json',
    'The body has no example',
    {
      paths: {
        '/doors': {
          post: operation('createDoor', {
            responses: { ...responses, '200': { description: 'It was created.', ...bodyWithout } },
          }),
        },
      },
    },
  ],
  ...misusedWords,
  // Ready-made rules.
  [
    'scalar-property-missing-example',
    `${thing}/size`,
    'should have "example"',
    { properties: { size: { ...described, examples: undefined } } },
  ],
  [
    'no-invalid-schema-examples',
    `${thing}/shape/examples/0`,
    'type must be string',
    { properties: { shape: { ...described, examples: [1] } } },
  ],
  [
    'operation-summary',
    '#/paths/~1beds/post/summary',
    'should contain `summary`',
    { paths: { '/beds': { post: operation('createBed', { summary: undefined }) } } },
  ],
  ['info-contact', '#/info/contact', 'should contain `contact`', { info: { contact: undefined } }],
];

const mereWarning: Fault = [
  'operation-tags',
  '#/paths/~1lamps/post/tags',
  'non-empty "tags"',
  { paths: { '/lamps': { post: operation('createLamp', { tags: [] }) } } },
];
const spectralFaults: Fault[] = [
  mereWarning,
  // An error of the OWASP ruleset, and its rules that are held against requests alone.
  [
    'owasp:api8:2023-no-server-http',
    '#/servers/0/url',
    'must not use http://',
    { server: { url: 'http://things.myhuaweicloud.com' } },
  ],
  [
    'owasp:api4:2023-string-limit',
    `${thing}/kind`,
    'must have maxLength',
    { properties: { kind: { ...described, maxLength: undefined } } },
  ],
  [
    'owasp:api4:2023-array-limit',
    `${thing}/kinds`,
    'must have maxItems',
    { properties: { kinds: { type: 'array', items: described } } },
  ],
  [
    'owasp:api4:2023-integer-limit',
    `${thing}/count`,
    'must have minimum and maximum',
    { properties: { count: { type: 'integer', minimum: 0 } } },
  ],
];

describe('Redocly', () => {
  let ofGood: Finding[];
  // A start of a linter for each fault would take much longer.
  let ofFaulty: Finding[];
  beforeAll(() => {
    ofGood = redoclyFindings({ [file]: document(huaweiNames, alike) });
    ofFaulty = redoclyFindings({ [file]: faulty(redoclyFaults) });
  });

  test('finds nothing in a good document', () => {
    expect(ofGood).toEqual([]);
  });
  test('takes no offence at names that Huawei Cloud spells otherwise', () => {
    expect(ofGood.filter(({ rule }) => /property-name|operation-verb/.test(rule))).toEqual([]);
  });
  test('does not take schemas for the same whose properties differ in name alone', () => {
    expect(ofGood.filter(({ rule }) => rule.includes('distinct-schemas'))).toEqual([]);
  });

  test.each(redoclyFaults)('%s finds at %s: %s', (...fault) => {
    expect(ofFaulty).toContainEqual(found(fault));
    if (fullTier) expect(redoclyFindings({ [file]: faulty([fault]) })).toEqual([found(fault)]);
  });
  test('finds nothing else', () => {
    expect(others(ofFaulty, redoclyFaults)).toEqual([]);
  });
});

describe('Spectral', () => {
  let ofFaulty: Finding[];
  beforeAll(() => {
    ofFaulty = spectralFindings({ [file]: faulty(spectralFaults) });
  });

  test('finds nothing in a good document, and fails for a mere warning in another', () => {
    const findings = spectralFindings({ 'good.json': document(huaweiNames, alike), [file]: faulty([mereWarning]) });
    expect(findings).toEqual([found(mereWarning)]);
  });

  test.each(spectralFaults)('%s finds at %s: %s', (...fault) => {
    expect(ofFaulty).toContainEqual(found(fault));
    if (fullTier) expect(spectralFindings({ [file]: faulty([fault]) })).toEqual([found(fault)]);
  });
  test('finds nothing else', () => {
    expect(others(ofFaulty, spectralFaults)).toEqual([]);
  });
});

test('a word that readers of an API do not expect is found in the document, and not elsewhere', () => {
  const text = 'description: The vendor answers everybody.\n';
  expect(spellingFindings({ 'openapi/openapi.yaml': text, 'openapi/build/notes.yaml': text })).toEqual([
    expect.stringMatching(/^openapi\/openapi\.yaml:1:\d+ - Forbidden word \(vendor\)/),
    expect.stringMatching(/^openapi\/openapi\.yaml:1:\d+ - Forbidden word \(answers\)/),
    expect.stringMatching(/^openapi\/openapi\.yaml:1:\d+ - Forbidden word \(everybody\)/),
  ]);
});

test('a misspelt word is found, and British spelling and Huawei Cloud’s names are not', () => {
  const page = [
    'A servise of Huawei Cloud.',
    'The color of a service.',
    'The colour of VPCEP, 终端节点服务, 35d0f7e2-8882-4871-a3c2-d380272eed83.',
  ];
  expect(spellingFindings({ 'page.md': `${page.join('\n')}\n` })).toEqual([
    expect.stringMatching(/^page\.md:1:3 - Unknown word \(servise\)/),
    expect.stringMatching(/^page\.md:2:5 - Forbidden word \(color\)/),
  ]);
});
