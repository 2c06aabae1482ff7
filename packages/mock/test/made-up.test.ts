import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaled } from '@vpcep/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { collectFailures } from './collect-failures.js';

const bit = { type: 'string', enum: ['0', '1'] };
const pair = { type: 'object', additionalProperties: false, properties: { a: bit, b: bit } };
const operation = (limits: object) => {
  const pairs = { type: 'array', uniqueItems: true, items: pair, ...limits };
  const schema = { type: 'object', required: ['pairs'], properties: { pairs } };
  return { get: { responses: { 200: { description: 'Some pairs.', content: { 'application/json': { schema } } } } } };
};
const document = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Pairs', version: '1' },
  paths: {
    // In one of seven lists that the generator makes of these, the pairs are equal.
    '/pairs': operation({ minItems: 2, maxItems: 2 }),
    '/anything': operation({ items: undefined }),
    '/shown': { get: { responses: { 200: { content: { 'application/json': { example: { pairs: [] } } } } } } },
    '/impossible': operation({ minItems: 5, maxItems: 5 }),
  },
};

let folder: string;
let mock: Mock;
const { log, failures } = collectFailures();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
  const path = join(folder, 'pairs.json');
  writeFileSync(path, JSON.stringify(document));
  mock = await startMock({ port: 0, document: path, log });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string) => fetch(`${mock.url}${path}`, { headers: { Prefer: 'dynamic=true' } });

test('an answer that breaks the document is made up again', async () => {
  for (let asked = 0; asked < scaled(60); asked += 1) {
    const response = await ask('/pairs');
    const text = await response.text();
    expect(response.status, text).toBe(200);
    const { pairs } = JSON.parse(text) as { pairs: { a: string; b: string }[] };
    expect(new Set(pairs.map(({ a, b }) => a + b)).size, text).toBe(2);
  }
  expect(failures).toEqual([]);
});

test('a list whose items may be anything is made up too', async () => {
  const response = await ask('/anything');
  expect(response.status, await response.text()).toBe(200);
});

test('where nothing says what to make up, the example is answered', async () => {
  expect(await (await ask('/shown')).json()).toEqual({ pairs: [] });
});

test('a schema that no answer can keep is reported', async () => {
  const response = await ask('/impossible');
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('the document does not allow its own answer');
  expect(failures).toHaveLength(1);
});
