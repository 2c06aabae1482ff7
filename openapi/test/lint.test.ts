import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { redocly } from '../build/redocly.js';
import { spectral } from '../build/spectral.js';
import { spelling } from '../build/spelling.js';

const folder = mkdtempSync(join(tmpdir(), 'vpcep-lint-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file that is linted, and returns its place. */
function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A document that breaks no rule, unless one of its parts is replaced by one that does. */
function document({
  operation = {},
  responses = {},
  properties = {},
  schemas = {},
}: Partial<Record<'operation' | 'responses' | 'properties' | 'schemas', object>> = {}): string {
  const failure = (status: string) => ({ $ref: `#/components/responses/${status}` });
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Things',
      version: '1.0.0',
      description: 'An API of things.',
      contact: { name: 'Support', url: 'https://support.huaweicloud.com/' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://things.myhuaweicloud.com', description: 'Production', 'x-internal': false }],
    security: [{ token: [] }],
    tags: [{ name: 'Things', description: 'What there is.' }],
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          tags: ['Things'],
          summary: 'Create a thing',
          description: 'Creates a thing.',
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: { thing_name: 'lamp' } },
            },
          },
          responses: {
            '204': { description: 'It was created.' },
            '400': failure('Refused'),
            '401': failure('Refused'),
            '500': failure('Refused'),
            ...responses,
          },
          ...operation,
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
      responses: {
        Refused: {
          description: 'It was not created.',
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Refusal' }, example: { reason: 'No room.' } },
          },
        },
      },
      schemas: {
        Thing: {
          type: 'object',
          additionalProperties: false,
          properties: {
            thing_name: { type: 'string', description: 'What it is called.', maxLength: 64, examples: ['lamp'] },
            ...properties,
          },
        },
        Refusal: {
          type: 'object',
          properties: { reason: { type: 'string', description: 'Why it was refused.', examples: ['No room.'] } },
        },
        ...schemas,
      },
    },
  });
}

/** What a linter prints when it fails, and nothing when it succeeds. */
function findings(lint: () => unknown): string {
  try {
    lint();
    return '';
  } catch (error) {
    return String(error);
  }
}
const redoclyFindings = (content: string) =>
  findings(() => redocly(['lint', write('redocly.json', content), '--format', 'github-actions']));
const spectralFindings = (content: string) => findings(() => spectral([write('spectral.json', content)]));

const text = { type: 'string', maxLength: 9, examples: ['a'] };
const described = { ...text, description: 'Something.' };

test('a good document has no findings', () => {
  expect(redoclyFindings(document())).toBe('');
  expect(spectralFindings(document())).toBe('');
});

describe('the rules of our own', () => {
  test.each([
    ['operation-verb', 'does not begin with a known verb', document({ operation: { operationId: 'makeThing' } })],
    ['operation-verb', 'is sent with post, not with put', document({ operation: { operationId: 'updateThing' } })],
    ['property-name', 'Property `thingKind`', document({ properties: { thingKind: described } })],
    ['property-description', 'Property `kind`', document({ properties: { kind: text } })],
    ['shared-failure', 'Status 409', document({ responses: { '409': { description: 'It exists.' } } })],
    [
      'distinct-schemas',
      '`Reason` says the same as `Refusal`',
      document({
        properties: { why: { $ref: '#/components/schemas/Reason' } },
        schemas: {
          Reason: {
            description: 'Why.',
            properties: { reason: { examples: ['Full.'], description: 'Why it was not done.', type: 'string' } },
            type: 'object',
          },
        },
      }),
    ],
  ])('%s finds that %s', (rule, message, content) => {
    const found = redoclyFindings(content);
    expect(found).toContain(`vpcep/${rule}`);
    expect(found).toContain(message);
  });

  test('names that the vendor spells otherwise are no findings', () => {
    const properties = Object.fromEntries(
      ['routeTables', 'jobId', 'Effect', 'Action', 'Resource', 'description'].map((name) => [name, described]),
    );
    expect(redoclyFindings(document({ properties, operation: { operationId: 'listResourceInstances' } }))).toBe('');
  });

  test('schemas whose properties differ in name alone are not the same', () => {
    const schema = (name: string) => ({ type: 'object', description: 'Something.', properties: { [name]: described } });
    const properties = { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } };
    const schemas = { A: schema('description'), B: schema('example') };
    expect(redoclyFindings(document({ properties, schemas }))).toBe('');
  });
});

describe('ready-made rules', () => {
  test.each([
    ['scalar-property-missing-example', document({ properties: { kind: { ...described, examples: undefined } } })],
    ['no-invalid-schema-examples', document({ properties: { kind: { ...described, examples: [1] } } })],
    ['operation-summary', document({ operation: { summary: undefined } })],
    ['info-contact', document().replace('"contact"', '"x-contact"')],
  ])('Redocly: %s', (rule, content) => {
    expect(redoclyFindings(content)).toContain(rule);
  });

  test.each([
    // A warning of Spectral, an error of the OWASP ruleset, and its rules that are held against requests alone.
    ['operation-tags', document({ operation: { tags: [] } })],
    ['owasp:api8:2023-no-server-http', document().replace('https://things', 'http://things')],
    ['owasp:api4:2023-string-limit', document({ properties: { kind: { ...described, maxLength: undefined } } })],
    ['owasp:api4:2023-array-limit', document({ properties: { kinds: { type: 'array', items: described } } })],
    ['owasp:api4:2023-integer-limit', document({ properties: { count: { type: 'integer', minimum: 0 } } })],
  ])('Spectral: %s', (rule, content) => {
    expect(spectralFindings(content)).toContain(rule);
  });
});

test('a misspelt word is found, and British spelling and the vendor’s names are not', () => {
  const spellingFindings = (content: string) => {
    write('page.md', content);
    return findings(() => spelling(['page.md', '--root', folder]));
  };
  expect(spellingFindings('A servise of Huawei Cloud.\n')).toContain('servise');
  expect(spellingFindings('The color of a service.\n')).toContain('color');
  expect(spellingFindings('The colour of VPCEP, 终端节点服务, 4189d3c2-8882-4871-a3c2-d380272eed88.\n')).toBe('');
});
