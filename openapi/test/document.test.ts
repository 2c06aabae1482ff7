import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentHash } from '../dist/index.js';
import { documentsAsOf, laterStates } from '../src/documents.js';
import type { Schema } from '../src/reader.js';
import { bundle, dereferenced, operations } from './document.js';

/** Every schema in the document, with the place where it stands. */
function* schemasIn(node: unknown, place: string): Generator<[string, Schema]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, child] of Object.entries(node)) {
    if (name === 'schema' || (place.endsWith('/schemas') && name !== '$ref'))
      yield [`${place}/${name}`, child as Schema];
    if (place.endsWith('/properties') || name === 'items') yield [`${place}/${name}`, child as Schema];
    if (name !== 'examples' && name !== 'example') yield* schemasIn(child, `${place}/${name}`);
  }
}

test('Prism validates the schemas, because the dialect is named in full', () => {
  expect(bundle).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\./) as string,
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  });
});

test('every pattern is legal under the u flag; one that is not would switch validation off without a word', () => {
  const all = [bundle, ...laterStates.map((state) => documentsAsOf[state].en)];
  const patterns = all.flatMap((each) => [...schemasIn(each, '#')].flatMap(([, schema]) => schema.pattern ?? []));
  expect(patterns.length).toBeGreaterThan(3);
  for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
});

test('the servers are the host of every region, and the local mock', () => {
  const hosts = (bundle.servers ?? []).flatMap(({ url, variables }) =>
    (variables?.['region']?.enum ?? ['']).map((region) => url.replace('{region}', region)),
  );
  expect(hosts).toEqual([...new Set(hosts)]);
  for (const host of hosts.slice(0, -1)) {
    expect(host).toMatch(/^https:\/\/vpcep\.[a-z]{2}(-[a-z]+)+-\d+\.myhuaweicloud\.(com|eu)$/);
  }
  expect(hosts).toContain('https://vpcep.cn-north-4.myhuaweicloud.com');
  expect(hosts).toContain('https://vpcep.eu-west-101.myhuaweicloud.eu');
  expect(hosts).not.toContain('https://vpcep.eu-west-101.myhuaweicloud.com');
  expect(hosts.at(-1)).toBe('http://127.0.0.1:4010');
});

test('a request is authenticated by a token or by a signature', () => {
  expect(bundle.components.securitySchemes).toMatchObject({
    token: { in: 'header', name: 'X-Auth-Token' },
    signature: { in: 'header', name: 'Authorization' },
  });
});

describe.each(operations)('$operationId', ({ operation: { summary, description }, responses, requestBody }) => {
  test('has a summary and a description', () => {
    expect(summary).toMatch(/./);
    expect(description).toMatch(/./);
  });
  test('answers failures in the same shape, with an example of each', () => {
    const failures = responses.filter(({ status }) => !status.startsWith('2'));
    const statuses = [
      '400',
      '401',
      '403',
      '404',
      '405',
      '406',
      '407',
      '408',
      '409',
      '429',
      '500',
      '501',
      '502',
      '503',
      '504',
    ];
    expect(failures.map(({ status }) => status)).toEqual(statuses);
    for (const { json } of failures) {
      expect(json?.schema.required).toEqual(['error_code', 'error_msg']);
      expect([...(json?.examples ?? [])]).not.toEqual([]);
    }
  });
  test('shows examples of what it takes and what it answers', () => {
    const results = responses.filter(({ status }) => status === '200');
    for (const { examples } of [requestBody, ...results].flatMap((part) => part?.json ?? [])) {
      expect([...examples]).not.toEqual([]);
    }
  });
});

test('every field has a description and an example', () => {
  const without = [...schemasIn(dereferenced, '#')]
    .filter(([place]) => place.includes('/properties/'))
    .filter(([, schema]) => schema.type !== 'object')
    .filter(([, schema]) => !schema.description || (schema.type !== 'array' && !schema.examples?.length))
    .map(([place]) => place);
  expect(without).toEqual([]);
});

test('the hash is that of the bundles in all states', () => {
  const hash = createHash('sha256');
  for (const name of ['openapi.json', 'openapi.2026-08.json']) {
    hash.update(readFileSync(new URL(`../dist/${name}`, import.meta.url)));
  }
  expect(documentHash).toBe(hash.digest('hex'));
});

test('every decision is referred to by its number, and every number refers to a decision', () => {
  const pages = readdirSync(new URL('../decisions/', import.meta.url)).flatMap(
    (name) => /^0*(\d+)-/.exec(name)?.[1] ?? [],
  );
  const texts = JSON.stringify([bundle, ...laterStates.map((state) => documentsAsOf[state].en)]);
  const numbers = [...texts.matchAll(/decision (\d+)/g)].map(([, number = '']) => number);
  expect([...new Set(numbers)].sort()).toEqual(pages.sort());
});
