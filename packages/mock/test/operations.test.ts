import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { scaled } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { collectFailures } from './collect-failures.js';
import { exampleQuery } from './documented-rules.js';

const operations = operationsOf(document);

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

describe.each(operations)('$operationId', (described) => {
  const { path, method, operation, parameters, requestBody, responses, success } = described;
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(
      String(parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example),
    ),
  );
  const query = exampleQuery(described).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const send = (body: unknown, prefer?: string, to: Mock = mock) =>
    fetch(`${to.url}${filled}?${query.join('&')}`, {
      method: method.toUpperCase(),
      headers: {
        'X-Auth-Token': 'any',
        ...(prefer === undefined ? {} : { Prefer: prefer }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const bodies = [...(requestBody?.json?.examples.values() ?? [])];
  const examples = [...(success?.json?.examples ?? [])];

  test('takes each of its examples, and answers with the first of them', async () => {
    for (const body of bodies.length === 0 ? [undefined] : bodies) {
      const response = await send(body);
      const text = await response.text();
      expect(response.status, text).toBe(Number(success?.status));
      expect(text === '' ? undefined : (JSON.parse(text) as unknown)).toEqual(examples[0]?.[1]);
    }
  });

  test('gives each of its examples when asked', async () => {
    for (const [name, example] of examples) {
      const response = await send(bodies[0], `example=${name}`);
      expect(await response.json()).toEqual(example);
    }
  });

  // The mock holds every answer against the document, and fails with status 500 if it breaks it.
  test('makes up valid answers of a moderate length when asked, whatever chance brings', async () => {
    for (let asked = 0; asked < scaled(5); asked += 1) {
      const response = await send(bodies[0], 'dynamic=true');
      const text = await response.text();
      expect(response.status, text).toBe(Number(success?.status));
      expect(text.length).toBeLessThan(32_768);
    }
  });

  test('with a memory, it answers each of its examples as the document says', async () => {
    for (const body of bodies.length === 0 ? [undefined] : bodies) {
      remembering.reset();
      const response = await send(body, undefined, remembering);
      const text = await response.text();
      expect(responses.map(({ status }) => status)).toContain(String(response.status));
      expect(response.status, text).toBeLessThan(500);
      // Examples may name what is not there; then the answer is about that.
      if (response.status >= 400)
        expect(operation['x-error-codes']).toContain((JSON.parse(text) as { error_code: string }).error_code);
    }
  });

  test('refuses what it does not know', async () => {
    const response = requestBody === undefined ? await send(undefined, 'code=999') : await send({ nonsense: true });
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty('error_code', 'EndPoint.0002');
  });
});
