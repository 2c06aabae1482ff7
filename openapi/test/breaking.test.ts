import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { breakingChanges } from '../build/changes.js';
import { allowsBreaking } from '../build/version.js';
import { bundle, createPath, detailsPath, type OpenApiDocument, type Operation, type Parameter } from './document.js';

type Document = OpenApiDocument & { components: { parameters: Record<string, Parameter> } };
type Edit = (document: Document) => void;

const folder = mkdtempSync(join(tmpdir(), 'vpcep-breaking-'));
const released = join(folder, 'released.json');
const present = join(folder, 'present.json');
writeFileSync(released, JSON.stringify(bundle));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The messages about a copy of the document that has been edited. */
function messagesAfter(edit: Edit): string {
  const document = structuredClone(bundle) as Document;
  edit(document);
  const text = JSON.stringify(document);
  // An edit that changes nothing would prove nothing.
  expect(text).not.toBe(JSON.stringify(bundle));
  writeFileSync(present, text);
  return breakingChanges(released, present)
    .map(({ message }) => message)
    .join('\n');
}

/** What an edit is about; when it is no longer there, the case has to be written anew. */
function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the document no longer has what the case changes');
  return value;
}
const quotasPath = '/v1/{project_id}/quotas';
const schema = (document: Document, name: string) => found(document.components.schemas[name]);
const property = (document: Document, of: string, name: string) => found(schema(document, of).properties?.[name]);
const parameter = (document: Document, name: string) => found(document.components.parameters[name]);
const create = (document: Document): Operation => found(document.paths[createPath]?.post);
const list = (document: Document): Operation => found(document.paths[createPath]?.get);
const replaceAll = (document: Document, text: RegExp, by: string): Document =>
  Object.assign(document, JSON.parse(JSON.stringify(document).replaceAll(text, by)) as Document);
const without = <T>(list: T[] | undefined, item: T) => found(list).filter((other) => other !== item);

const operations: [string, RegExp, Edit][] = [
  ['an operation is removed', /removed/, (d) => delete d.paths[detailsPath]?.delete],
  ['a path is removed', /removed/, (d) => Reflect.deleteProperty(d.paths, quotasPath)],
  ['an operation is renamed', /createService/, (d) => (create(d).operationId = 'createService')],
  ['a server is removed', /127\.0\.0\.1/, (d) => d.servers.pop()],
  ['a region is removed', /values were removed/, (d) => found(d.servers[0]?.variables?.['region']).enum.pop()],
  [
    'a schema is renamed',
    /"Quota" was renamed to "Quotum"/,
    (d) => replaceAll(d, /(?<=schemas\/|")Quota(?=")/g, 'Quotum'),
  ],
  // Redocly takes a name for a new one of the same schema only when the two are alike.
  [
    'a schema has quite another name',
    /schema was removed/,
    (d) => replaceAll(d, /(?<=schemas\/|")Quota(?=")/g, 'Allowance'),
  ],
  [
    'the header of the token is renamed',
    /X-Token/,
    (d) => (found(d.components.securitySchemes['token']).name = 'X-Token'),
  ],
];

const requests: [string, RegExp, Edit][] = [
  [
    'a required field is added',
    /became required: `region`/,
    (d) => {
      found(schema(d, 'CreateEndpointServiceRequest').properties)['region'] = { type: 'string' };
      schema(d, 'CreateEndpointServiceRequest').required?.push('region');
    },
  ],
  [
    'a field becomes required',
    /became required: `service_name`/,
    (d) => schema(d, 'CreateEndpointServiceRequest').required?.push('service_name'),
  ],
  [
    'a field of a closed request is removed',
    /`description`.* was removed/,
    (d) => delete schema(d, 'CreateEndpointServiceRequest').properties?.['description'],
  ],
  ['a request is closed', /additionalProperties/, (d) => (schema(d, 'PortMapping').additionalProperties = false)],
  ['a value is removed', /count/, (d) => property(d, 'ListResourceInstancesRequest', 'action').enum?.pop()],
  ['maxItems is lowered', /maxItems/, (d) => (property(d, 'CreateEndpointServiceRequest', 'ports').maxItems = 50)],
  ['maximum is lowered', /Upper bound/, (d) => (property(d, 'PortMapping', 'client_port').maximum = 1000)],
  ['a pattern is added', /pattern/, (d) => (property(d, 'CreateEndpointServiceRequest', 'vpc_id').pattern = '^v')],
  [
    'the type changes',
    /boolean/,
    (d) => (property(d, 'CreateEndpointServiceRequest', 'approval_enabled').type = 'string'),
  ],
  [
    'a default changes',
    /default changed from true to false/,
    (d) => (property(d, 'CreateEndpointServiceRequest', 'approval_enabled').default = false),
  ],
  [
    'a required body is added',
    /required request body/,
    (d) => (found(d.paths[detailsPath]?.delete).requestBody = found(create(d).requestBody)),
  ],
  [
    'a path parameter is renamed',
    /"vpc_endpoint_service_id" was renamed to "service_id"/,
    (d) => replaceAll(d, /vpc_endpoint_service_id/g, 'service_id'),
  ],
  ['a query parameter becomes required', /required/, (d) => (parameter(d, 'FilterByVpcId').required = true)],
  ['a query parameter is removed', /removed/, (d) => list(d).parameters?.shift()],
  ['a query parameter is renamed', /renamed to `vpc`/, (d) => (parameter(d, 'FilterByVpcId').name = 'vpc')],
];

const answers: [string, RegExp, Edit][] = [
  [
    'a field is removed',
    /`updated_at`.* was removed/,
    (d) => delete schema(d, 'EndpointService').properties?.['updated_at'],
  ],
  [
    'a field need no longer be there',
    /no longer required: `used`/,
    (d) => (schema(d, 'Quota').required = without(schema(d, 'Quota').required, 'used')),
  ],
  // Code that lists every value of an answer does not know the new one.
  ['a value is added', /FROZEN/, (d) => property(d, 'Version', 'status').enum?.push('FROZEN')],
  ['a value is added to what is both sent and answered', /ICMP/, (d) => schema(d, 'Protocol').enum?.push('ICMP')],
  ['a value is removed from what is both', /deleting/, (d) => schema(d, 'EndpointServiceStatus').enum?.pop()],
  ['a limit is removed', /Lower bound/, (d) => delete property(d, 'Quota', 'used').minimum],
  ['the type changes', /integer/, (d) => (property(d, 'Quota', 'used').type = 'string')],
  ['the success status is removed', /`200` was removed/, (d) => delete create(d).responses['200']],
  ['the body is removed', /removed/, (d) => delete create(d).responses['200']?.content],
];

const harmless: [string, Edit][] = [
  ['an operation is added', (d) => (found(d.paths[quotasPath]).post = { ...create(d), operationId: 'another' })],
  [
    'an optional request field is added',
    (d) => (found(schema(d, 'CreateEndpointServiceRequest').properties)['region'] = { type: 'string' }),
  ],
  ['a request field need no longer be sent', (d) => schema(d, 'CreateEndpointServiceRequest').required?.pop()],
  ['a request value is added', (d) => property(d, 'ListResourceInstancesRequest', 'action').enum?.push('list')],
  ['a limit of requests is raised', (d) => (property(d, 'CreateEndpointServiceRequest', 'ports').maxItems = 500)],
  ['a limit of a parameter is raised', (d) => (found(parameter(d, 'Limit').schema).maximum = 5000)],
  ['an answered field is added', (d) => (found(schema(d, 'Quota').properties)['free'] = { type: 'integer' })],
  ['an answered field is always there', (d) => schema(d, 'EndpointService').required?.push('updated_at')],
  ['an answered value is removed', (d) => property(d, 'Version', 'status').enum?.pop()],
  [
    'descriptions and examples change',
    (d) => {
      create(d).description = 'Another description.';
      property(d, 'Quota', 'used').description = 'Another description.';
      schema(d, 'Timestamp').examples = ['2024-01-01T00:00:00Z'];
      parameter(d, 'Limit').example = 20;
    },
  ],
];

/** Breaking, and not seen. When one of these fails, the check has got better: move the case, and mend the README. */
const unseen: [string, Edit][] = [
  [
    'a success status is added beside the others',
    (d) => (create(d).responses['202'] = found(create(d).responses['200'])),
  ],
  ['an error code is added', (d) => create(d)['x-error-codes']?.push('EndPoint.9999')],
  ['a rule is added in words', (d) => (create(d).description += ' A name is now required.')],
];

/** Harmless, and reported all the same. */
const falseAlarms: [string, RegExp, Edit][] = [
  [
    'a pattern is written in another way',
    /pattern/,
    (d) => (property(d, 'ListResourceInstancesRequest', 'offset').pattern = '^\\d{1,10}$'),
  ],
  [
    'the fields of a schema are put into the parts of an allOf',
    /Properties of `CreatedEndpointService/,
    (d) => {
      const { required, properties } = schema(d, 'CreatedEndpointService');
      d.components.schemas['CreatedEndpointService'] = {
        type: 'object',
        allOf: [{ ...(required && { required }) }, { ...(properties && { properties }) }],
      };
    },
  ],
];

test('a document compared with itself has no breaking changes', () => {
  expect(breakingChanges(released, released)).toEqual([]);
});

test('a breaking change is reported with its place', () => {
  const document = structuredClone(bundle) as Document;
  property(document, 'CreateEndpointServiceRequest', 'ports').maxItems = 50;
  writeFileSync(present, JSON.stringify(document));
  expect(breakingChanges(released, present).map(({ place }) => place)).toEqual([
    `#/paths/${createPath}/post/requestBody/content/application/json/schema/properties/ports`,
  ]);
});

describe('breaks callers:', () => {
  test.each(operations)('%s', (_name, message, edit) => {
    expect(messagesAfter(edit)).toMatch(message);
  });
});
describe('breaks callers, in requests:', () => {
  test.each(requests)('%s', (_name, message, edit) => {
    expect(messagesAfter(edit)).toMatch(message);
  });
});
describe('breaks callers, in answers:', () => {
  test.each(answers)('%s', (_name, message, edit) => {
    expect(messagesAfter(edit)).toMatch(message);
  });
});
describe('is harmless:', () => {
  test.each(harmless)('%s', (_name, edit) => {
    expect(messagesAfter(edit)).toBe('');
  });
});
describe('known limit, breaks callers and is not seen:', () => {
  test.each(unseen)('%s', (_name, edit) => {
    expect(messagesAfter(edit)).toBe('');
  });
});
describe('known limit, is harmless and reported:', () => {
  test.each(falseAlarms)('%s', (_name, message, edit) => {
    expect(messagesAfter(edit)).toMatch(message);
  });
});

test.each([
  ['0.1.0', '0.1.1', false],
  ['0.1.0', '0.2.0', true],
  ['0.9.3', '0.10.0', true],
  ['0.2.0', '0.1.0', false],
  ['0.1.0', '1.0.0', true],
  ['1.2.0', '1.3.0', false],
  ['1.2.0', '2.0.0', true],
  ['2.0.0', '1.9.0', false],
])('from %s to %s: breaking changes allowed? %s', (before, after, allowed) => {
  expect(allowsBreaking(before, after)).toBe(allowed);
});

test('a version of another form is refused, not guessed', () => {
  expect(() => allowsBreaking('0.1.0', 'next')).toThrow('x.y.z');
});
