import { describe, expect, test } from 'vitest';
import { document, documentsAsOf, errors, isOfGateway } from '../src/documents.js';
import { type DescribedOperation, type Document, operationsOf, required, resolve, type Schema } from '../src/reader.js';

const later = documentsAsOf['2026-08'].en;
const month = '2026-08';

/** What an operation is sent, by the part of the request. */
function requestOf({ parameters, requestBody }: DescribedOperation): Record<string, Schema> {
  const parts: Record<string, Schema> = { body: requestBody?.json?.schema ?? {} };
  for (const { in: part, name, schema } of parameters) {
    parts[part] = { properties: { ...parts[part]?.properties, [name]: schema } };
  }
  return parts;
}

/** The schema at a place of a request, such as `query.limit` or `body.ports.[].protocol`. */
function schemaAt(place: string, operationId: string, of: Document): Schema {
  const found = operationsOf(of).find((candidate) => candidate.operationId === operationId);
  const whole: Schema = { properties: found === undefined ? {} : requestOf(found) };
  return place.split('.').reduce((schema, name) => {
    const inner = name === '[]' ? schema.items : schema.properties?.[name];
    return resolve(of, required(inner, { pointer: `${operationId}: ${place}` }, name));
  }, whole);
}

/** The limits of a field. */
function limits(place: string, operationId: string, of = document): number[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schemaAt(place, operationId, of);
  return [minimum, maximum, minLength, maxLength, minItems, maxItems].filter((limit) => limit !== undefined);
}

/** The numbers and marks that a field's pattern is told by, and its samples. */
function told(place: string, operationId: string, of = document): string[] {
  const { 'x-message': message } = schemaAt(place, operationId, of);
  const [words = '', samples] = required(message, { pointer: place }, 'x-message').split(', such as ');
  return [...(words.match(/\b\d+\b|(?<= )[^\p{L}\d ](?=[ ,]|$)|\S+::/gu) ?? []), ...(samples?.split(' or ') ?? [])];
}

/** The ranges that a field's address is not in. */
const ranges = (place: string, operationId: string, of = document) =>
  (schemaAt(place, operationId, of)['x-rules'] ?? []).flatMap((rule) => ('notWithin' in rule ? [rule.notWithin] : []));

const statuses = (...codes: string[]) => errors.filter(({ code }) => codes.includes(code)).map(({ status }) => status);
const bothPorts = [
  ...limits('body.ports.[].client_port', 'createEndpointService'),
  ...limits('body.ports.[].server_port', 'createEndpointService'),
];
const cidr = told('body.whitelist.[]', 'createEndpoint').slice(-1);

/** What a remedy repeats of the document; the others have no number. */
const facts: Readonly<Record<string, readonly (string | number)[]>> = {
  'EndPoint.0006': [
    ...limits('query.limit', 'listEndpoints'),
    ...limits('query.limit', 'listServicePermissionsDetails'),
    ...limits('body.limit', 'listResourceInstances'),
  ],
  'EndPoint.0010': limits('query.offset', 'listEndpoints'),
  'EndPoint.0011': statuses('EndPoint.0011'),
  'EndPoint.0012': statuses('EndPoint.0012'),
  'EndPoint.0020': limits('body.vpc_id', 'createEndpoint'),
  'EndPoint.0021': told('query.marker_id', 'listServiceConnections'),
  'EndPoint.0022': statuses('EndPoint.0022', 'APIGW.0308'),
  'EndPoint.0023': told('body.subnet_id', 'createEndpoint'),
  'EndPoint.1003': told('body.endpoint_service_name', 'updateEndpointServiceName'),
  'EndPoint.1019': limits('body.routetables.[]', 'updateEndpointRoutetable'),
  'EndPoint.2017': limits('query.id', 'listEndpoints'),
  'EndPoint.2028': bothPorts,
  'EndPoint.2029': limits('body.endpoint_service_id', 'createEndpoint'),
  'EndPoint.2030': told('query.marker_id', 'listServiceConnections'),
  'EndPoint.2041': [...told('body.port_ip', 'createEndpoint'), ...ranges('body.port_ip', 'createEndpoint')],
  'EndPoint.2043': [
    ...ranges('body.port_ip', 'createEndpoint'),
    ...ranges('body.port_ip', 'createEndpoint', later),
    month,
  ],
  'EndPoint.2044': told('body.whitelist.[]', 'createEndpoint'),
  'EndPoint.2045': [...limits('body.whitelist', 'updateEndpointWhite'), ...cidr],
  'EndPoint.3002': told('body.permissions.[]', 'addOrRemoveServicePermissions'),
  'EndPoint.3003': told('body.port_id', 'createEndpointService'),
  'EndPoint.3004': bothPorts,
  'EndPoint.3009': cidr,
  'EndPoint.3010': limits('body.ip', 'createEndpointService'),
  'EndPoint.3017': cidr,
  'EndPoint.3036': limits('body.permissions', 'addOrRemoveServicePermissions'),
  'EndPoint.3043': bothPorts,
  'EndPoint.3051': limits('body.vip_port_id', 'createEndpointService'),
  'EndPoint.3062': limits('query.id', 'listEndpointService'),
  'EndPoint.3063': told('body.port_id', 'createEndpointService'),
  'EndPoint.3066': limits('body.tags', 'batchAddOrRemoveResourceInstance').slice(0, 1),
  'EndPoint.3068': [
    ...['body.tags.[].key', 'body.tags.[].value'].flatMap((place) => [
      ...told(place, 'createEndpoint'),
      ...told(place, 'createEndpoint', later),
    ]),
    month,
  ],
  'EndPoint.3069': [...limits('body.tags', 'createEndpoint'), ...limits('body.tags', 'createEndpoint', later), month],
  'EndPoint.3072': [
    ...['createEndpoint', 'listResourceInstances'].flatMap((operationId) => [
      ...limits('body.tags.[].key', operationId),
      ...limits('body.tags.[].key', operationId, later),
    ]),
    month,
  ],
  'EndPoint.3073': [
    ...limits('body.tags.[].value', 'createEndpoint'),
    ...limits('body.tags.[].value', 'createEndpoint', later),
    ...limits('body.tags.[].values.[]', 'listResourceInstances'),
    month,
  ],
  'EndPoint.3074': limits('body.ports', 'createEndpointService').slice(-1),
  'EndPoint.3076': told('body.service_name', 'createEndpointService'),
};

/** Words that say nothing by themselves of what to do. */
const fillers = new Set(
  'a an the of for and or use send give choose name check correct valid invalid right one that is exist exists it'.split(
    ' ',
  ),
);
const wordsIn = (text: string) => text.toLowerCase().match(/[a-z_]+/g) ?? [];
const sameWord = (one: string, other: string) => one.replace(/e?s$/, '') === other.replace(/e?s$/, '');

/** What a remedy says beyond the message, in words. */
const beyond = (remedy: string, message: string) =>
  wordsIn(remedy).filter((word) => !fillers.has(word) && !wordsIn(message).some((other) => sameWord(word, other)));

test('a remedy that has nothing but the words of its message says nothing', () => {
  expect(beyond('Use a valid VPC ID.', 'Invalid VPC ID.')).toEqual([]);
  expect(beyond('Use the ID of an endpoint that exists.', 'The endpoint does not exist.')).toEqual(['id']);
});

test('each remedy says more than its message', () => {
  for (const { code, message, remedy } of errors) {
    expect(beyond(remedy.en, message).length, `${code}: ${remedy.en}`).toBeGreaterThan(1);
  }
});

test('no remedy blames the cloud for what a field of the request is about', () => {
  for (const { code, remedy, fields = [] } of errors) {
    if (fields.length > 0) expect(remedy.en, code).not.toMatch(/^The cause/);
  }
});

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('remedies give the limits, characters and samples of the document, and no others', () => {
    for (const { code, remedy, category } of errors) {
      // The gateway's own limits are in no schema.
      if (isOfGateway({ category })) continue;
      const expected = [...new Set(facts[code]?.map(String))];
      const numbers = remedy[language].match(/(?<![\w.:-])\d[\w.:/-]*/g)?.map((number) => number.replace(/[.:]$/, ''));
      expect([...new Set(numbers)].sort(), code).toEqual(expected.filter((fact) => /\d/.test(fact)).sort());
      for (const fact of expected) expect(remedy[language], code).toContain(fact);
    }
  });

  test('remedies name the values that the fields which they are about can have', () => {
    const operations = operationsOf(document).map((operation) => ({ ...operation, request: requestOf(operation) }));
    for (const { code, remedy, fields = [] } of errors) {
      const values = operations
        .filter(({ operation }) => operation['x-error-codes']?.includes(code))
        .flatMap(({ request }) => Object.values(request))
        .flatMap((part) => fields.flatMap((field) => resolve(document, part).properties?.[field] ?? []))
        .flatMap((schema) => resolve<Schema>(document, schema).enum ?? []);
      for (const value of values) expect(remedy[language], code).toContain(String(value));
    }
  });

  test('remedies ask for no header but those that responses have', () => {
    const headers = operationsOf(document).flatMap(({ responses }) =>
      responses.flatMap(({ response }) => Object.keys(response.headers ?? {})),
    );
    const asked = errors.flatMap(({ remedy }) => remedy[language].match(/\bX-[\w-]+/g) ?? []);
    expect(asked).not.toEqual([]);
    for (const header of asked) expect(headers).toContain(header);
  });
});
