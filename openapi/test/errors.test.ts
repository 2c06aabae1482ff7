import { describe, expect, test } from 'vitest';
import { categories, codeAliases, document, errors, isOfGateway } from '../src/documents.js';
import { operationsOf } from '../src/reader.js';

/** The codes of the service, in the source of the service's own codes. */
const catalogue = errors.filter((error) => !isOfGateway(error));
const gateway = errors.filter(isOfGateway);

function countBy(values: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test('each code is there once', () => {
  const codes = errors.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
  for (const { code } of catalogue) expect(code).toMatch(/^End[Pp]oint\.\d{4}$/);
});

test('the codes of the gateway come last, with the statuses and messages of its source', () => {
  expect(errors).toEqual([...catalogue, ...gateway]);
  expect(gateway.map(({ code, status, message }) => [code, status, message])).toEqual([
    ['APIGW.0101', 404, 'The API does not exist or has not been published in the environment.'],
    ['APIGW.0106', 400, 'Orchestration error.'],
    ['APIGW.0201', 400, 'API request error.'],
    ['APIGW.0301', 401, 'Incorrect IAM authentication information.'],
    ['APIGW.0302', 403, 'The IAM user is not authorized to access the API.'],
    ['APIGW.0303', 401, 'Incorrect app authentication information.'],
    ['APIGW.0304', 403, 'The app is not authorized to access the API.'],
    ['APIGW.0305', 401, 'Incorrect authentication information.'],
    ['APIGW.0306', 403, 'API access denied.'],
    ['APIGW.0307', 401, 'The token must be updated.'],
    ['APIGW.0308', 429, 'The throttling threshold has been reached.'],
  ]);
  const withMore = gateway.filter(({ otherStatuses }) => otherStatuses !== undefined);
  expect(withMore).toMatchObject([
    { code: 'APIGW.0101', otherStatuses: [405] },
    { code: 'APIGW.0201', otherStatuses: [413, 414, 494, 500, 502, 504] },
  ]);
});

test('some regions spell the codes of the gateway otherwise', () => {
  expect(codeAliases).toEqual({ APIG: 'APIGW' });
});

test('the codes stand in the order of their numbers, as in the source', () => {
  const numbers = catalogue.map(({ code }) => code.slice(-4));
  expect(numbers).toEqual([...numbers].sort());
});

test('one code alone is spelt with a small p, as in every release of the source', () => {
  const small = catalogue.filter(({ code }) => code.startsWith('Endpoint'));
  expect(small.map(({ code }) => code)).toEqual(['Endpoint.1018']);
});

test('each status has as many codes as in the source', () => {
  const counts = { 400: 140, 401: 1, 403: 1, 404: 10, 500: 1, 504: 3 };
  expect(countBy(catalogue.map(({ status }) => status))).toEqual(counts);
});

test('each category has as many codes as in the source, which parts those of endpoints into 5 and 49', () => {
  const counts = { system: 22, endpoint: 5 + 49, 'endpoint-service': 53, network: 27 };
  expect(countBy(catalogue.map(({ category }) => category))).toEqual(counts);
});

test('the parts of the service have names in either language', () => {
  expect(categories).toEqual({
    system: { en: 'System', 'zh-CN': '系统' },
    endpoint: { en: 'VPC endpoints', 'zh-CN': '终端节点' },
    'endpoint-service': { en: 'Endpoint services', 'zh-CN': '终端节点服务' },
    network: { en: 'Network', 'zh-CN': '网络' },
    gateway: { en: 'API gateway', 'zh-CN': 'API 网关' },
  });
});

test('what programs depend on a code for is said of one code of the service each, and of one of the gateway', () => {
  const kindsOf = (codes: typeof errors) =>
    codes.flatMap(({ code, kind }) => (kind === undefined ? [] : [[kind, code]]));
  expect(kindsOf(gateway)).toEqual([
    ['request', 'APIGW.0201'],
    ['authentication', 'APIGW.0301'],
    ['throttling', 'APIGW.0308'],
  ]);
  expect(kindsOf(catalogue)).toEqual([
    ['system', 'EndPoint.0001'],
    ['request', 'EndPoint.0002'],
    ['authentication', 'EndPoint.0003'],
    ['notFound', 'EndPoint.0005'],
    ['pageOutOfRange', 'EndPoint.0010'],
    ['throttling', 'EndPoint.0022'],
  ]);
});

test('the later release adds the twelve codes from 2041 to 2052, and no others', () => {
  const added = catalogue.filter(({ since }) => since !== undefined);
  expect(added.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, (_, index) => `EndPoint.${2041 + index}`));
  for (const { since } of added) expect(since).toBe('2022-11');
});

test.each(errors)('$code has a message, and a remedy in either language', ({ message, remedy }) => {
  expect(message).not.toBe('');
  // Sentences that end as such: a remedy cut short by a slip in the YAML would not.
  expect(remedy.en).toMatch(/^[A-Z].*\.$/);
  expect(remedy.en).not.toMatch(/\p{Script=Han}/u);
  expect(remedy['zh-CN']).toMatch(/\p{Script=Han}/u);
  expect(remedy['zh-CN']).toMatch(/。$/);
});

describe('known answers', () => {
  test.each([
    ['EndPoint.0001', 500, 'system', 'System error. Please retry.'],
    ['EndPoint.0003', 401, 'system', 'Authentication failed or authentication information is invalid.'],
    ['EndPoint.0004', 403, 'system', 'Authentication information is incorrect or you have no permissions.'],
    ['EndPoint.0005', 404, 'system', 'The requested resource does not exist.'],
    ['EndPoint.0011', 504, 'system', 'The request body is null.'],
    ['EndPoint.0022', 400, 'system', 'The number of requests exceeded the limit. Please try later.'],
    ['Endpoint.1018', 400, 'endpoint', 'Quota exceeded.'],
    ['EndPoint.2030', 404, 'endpoint', 'markerId is empty.'],
    [
      'EndPoint.2046',
      400,
      'endpoint',
      'Can not modify a specified mac endpoint.can not modify a specified mac endpoint.',
    ],
    ['EndPoint.3013', 400, 'endpoint-service', "endpointService interface vlan can't have vpcId."],
    [
      'EndPoint.3044',
      400,
      'endpoint-service',
      'The parameter ports conflicted with ports in an existing endpoint service.',
    ],
    ['EndPoint.4029', 400, 'network', "Failed to remove routes from the VPC's route table."],
    ['EndPoint.4030', 404, 'network', 'The route table is not found.'],
  ])('%s', (code, status, category, message) => {
    expect(catalogue.find((entry) => entry.code === code)).toMatchObject({ status, category, message });
  });
});

test('the codes that an operation names are in the catalogue, with a status that the operation answers', () => {
  const operations = operationsOf(document);
  expect(operations.length).toBeGreaterThan(0);

  const statuses = new Map(catalogue.map(({ code, status }) => [code, String(status)]));
  const misplaced = operations.flatMap(({ operationId, responses, operation: { 'x-error-codes': codes = [] } }) =>
    codes
      .filter((code) => !responses.some(({ status }) => status === statuses.get(code)))
      .map((code) => `${operationId}: ${code}`),
  );
  expect(misplaced).toEqual([]);
});

test('every operation may be throttled by the gateway', () => {
  const operations = operationsOf(document);
  expect(operations.filter(({ responses }) => !responses.some(({ status }) => status === '429'))).toEqual([]);
});
