import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../src/index.js';
import { type Breach, breachesOf } from './broken-rules.js';
import { collectFailures } from './collect-failures.js';

const operations = operationsOf(document);
const breaches = operations.flatMap(breachesOf);

const { log, failures } = collectFailures();
let stateful: Mock;
let stateless: Mock;
beforeAll(async () => {
  stateful = await startMock({ port: 0, scenario: 'small-team', log });
  stateless = await startMock({ port: 0, stateful: false, log });
});
afterAll(async () => {
  await stateful.close();
  await stateless.close();
  expect(failures).toEqual([]);
});

async function send(mock: Mock, { operationId, query, body }: Breach, headers: Record<string, string> = {}) {
  const operation = operations.find((each) => each.operationId === operationId);
  if (operation === undefined) throw new Error(`there is no operation ${operationId}`);
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(operation.parameters.find((each) => each.name === name)?.example)),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const response = await fetch(`${mock.url}${path}?${search.toString()}`, {
    method: operation.method.toUpperCase(),
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as { error_code: string; error_msg: string }) };
}

describe.each(breaches)('$operationId is refused with $code for $field by $word', (breach) => {
  const { code, field, says } = breach;
  const expectRefused = ({ status, error_code, error_msg }: Awaited<ReturnType<typeof send>>) => {
    expect({ status, error_code }, error_msg).toEqual({ status: 400, error_code: code });
    // A message has the catalogue's sentence, and then the one thing that is wrong.
    const [, said] = error_msg.split(` ${field} `);
    expect(said, error_msg).toMatch(says);
    expect(error_msg).not.toMatch(/; (body|query|path)/);
  };

  test('with a memory', async () => {
    expectRefused(await send(stateful, breach));
  });
  test('without one', async () => {
    expectRefused(await send(stateless, breach));
  });
  test('whatever it prefers', async () => {
    expectRefused(await send(stateful, breach, { Prefer: 'dynamic=true' }));
  });
});

test('that is every rule of the document, and every code that stands beside a schema', () => {
  const named: string[] = [];
  JSON.stringify(document, (name, value: unknown) => {
    if (name === 'x-rules')
      for (const { code, ...rule } of value as { code: string }[]) named.push(code, ...Object.keys(rule));
    if (name === 'x-error-code')
      named.push(...(typeof value === 'string' ? [value] : (Object.values(value as object) as string[])));
    return value;
  });
  const places = ['at', 'when', 'trim'];
  const expected = new Set(named.filter((name) => !places.includes(name)));
  const words = new Set(breaches.flatMap(({ word, code }) => [word, code]));
  expect([...expected].filter((name) => !words.has(name))).toEqual([]);
});
