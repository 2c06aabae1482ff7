import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { scaled } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { collectFailures } from './collect-failures.js';

interface Media {
  'application/json': { examples: Record<string, { $ref: string }> };
}
interface Operation {
  operationId: string;
  'x-error-codes': string[];
  parameters?: { $ref: string }[];
  requestBody?: { content: Media };
  responses: Record<string, { content?: Media }>;
}
interface Document {
  paths: Record<
    string,
    { parameters?: { $ref: string }[] } & Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>
  >;
  components: {
    parameters: Record<string, { name: string; in: string; example: string }>;
    examples: Record<string, { value: unknown }>;
  };
}

const document = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json'), 'utf8'),
) as Document;
const last = (reference: string) => reference.split('/').at(-1) ?? '';
const valueOf = ({ $ref }: { $ref: string }) => document.components.examples[last($ref)]?.value;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  (['get', 'put', 'post', 'delete'] as const).flatMap((method) => {
    const operation = item[method];
    if (operation === undefined) return [];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap(
      ({ $ref }) => document.components.parameters[last($ref)] ?? [],
    );
    return [{ ...operation, path, method: method.toUpperCase(), parameters }];
  }),
);

let mock: Mock;
let remembering: Mock;
const { log, failures } = collectFailures();
beforeAll(async () => {
  mock = await startMock({ port: 0, stateful: false, log });
  remembering = await startMock({ port: 0, scenario: 'small-team', log });
});
afterAll(async () => {
  await mock.close();
  await remembering.close();
  expect(failures).toEqual([]);
});

test('every operation is there', () => {
  // By the text, for a method that is not looked for above would be missed without a word.
  const written = [...JSON.stringify(document.paths).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(written.sort());
});

describe.each(operations)(
  '$operationId',
  ({ path, method, parameters, requestBody, responses, 'x-error-codes': errorCodes }) => {
    const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) =>
      encodeURIComponent(
        parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example ?? '',
      ),
    );
    const query = parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, example }) => `${name}=${encodeURIComponent(example)}`);
    const send = (body: unknown, prefer?: string, to: Mock = mock) =>
      fetch(`${to.url}${filled}?${query.join('&')}`, {
        method,
        headers: {
          'X-Auth-Token': 'any',
          ...(prefer === undefined ? {} : { Prefer: prefer }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const bodies = Object.values(requestBody?.content['application/json'].examples ?? {}).map(valueOf);
    const [success = '', answer] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
    const examples = Object.entries(answer?.content?.['application/json'].examples ?? {});

    test('takes each of its examples, and answers with the first of them', async () => {
      for (const body of bodies.length === 0 ? [undefined] : bodies) {
        const response = await send(body);
        const text = await response.text();
        expect(response.status, text).toBe(Number(success));
        expect(text === '' ? undefined : (JSON.parse(text) as unknown)).toEqual(examples[0] && valueOf(examples[0][1]));
      }
    });

    test('gives each of its examples when asked', async () => {
      for (const [name, example] of examples) {
        const response = await send(bodies[0], `example=${name}`);
        expect(await response.json()).toEqual(valueOf(example));
      }
    });

    // The mock holds every answer against the document, and fails with status 500 if it breaks it.
    test('makes up valid answers of a moderate length when asked, whatever chance brings', async () => {
      for (let asked = 0; asked < scaled(5); asked += 1) {
        const response = await send(bodies[0], 'dynamic=true');
        const text = await response.text();
        expect(response.status, text).toBe(Number(success));
        expect(text.length).toBeLessThan(32_768);
      }
    });

    test('with a memory, it answers each of its examples as the document says', async () => {
      for (const body of bodies.length === 0 ? [undefined] : bodies) {
        remembering.reset();
        const response = await send(body, undefined, remembering);
        const text = await response.text();
        expect(Object.keys(responses)).toContain(String(response.status));
        expect(response.status, text).toBeLessThan(500);
        // Examples may name what is not there; then the answer is about that.
        if (response.status >= 400)
          expect(errorCodes).toContain((JSON.parse(text) as { error_code: string }).error_code);
      }
    });

    test('refuses what it does not know', async () => {
      const response = requestBody === undefined ? await send(undefined, 'code=999') : await send({ nonsense: true });
      expect(response.status).toBe(400);
      expect(await response.json()).toHaveProperty('error_code', 'EndPoint.0002');
    });
  },
);
