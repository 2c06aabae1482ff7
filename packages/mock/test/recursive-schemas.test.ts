import { describe, expect, test } from 'vitest';
import { documentsOfTests, send, small } from './small-document.js';

const { write, start, whyNot } = documentsOfTests();

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const name = { type: 'string', maxLength: 3, default: 'new' };

/** Ways for a thing to hold things, each with the names of the things within one, from the outermost on. */
const ways: [string, Record<string, object>, (names: string[]) => unknown][] = [
  [
    'in a member',
    { Thing: { type: 'object', additionalProperties: false, properties: { name, inner: ref('Thing') } } },
    (names) =>
      names.reduceRight<object | undefined>((inner, each) => ({ name: each, ...(inner && { inner }) }), undefined),
  ],
  [
    'in a list',
    {
      Thing: {
        type: 'object',
        required: ['inner'],
        properties: { name, inner: { type: 'array', uniqueItems: true, items: ref('Thing') } },
      },
    },
    (names) => names.reduceRight<object[]>((inner, each) => [{ name: each, inner }], [])[0],
  ],
  [
    'by way of another',
    {
      Thing: { type: 'object', properties: { name, other: ref('Other') } },
      Other: { allOf: [{ type: 'object', required: ['inner'] }, { properties: { inner: ref('Thing') } }] },
    },
    (names) =>
      names.reduceRight<object | undefined>(
        (inner, each) => ({ name: each, ...(inner && { other: { inner } }) }),
        undefined,
      ),
  ],
  [
    'as one of several',
    {
      Thing: {
        type: 'object',
        required: ['inner'],
        properties: { name, inner: { oneOf: [ref('Thing'), { type: 'null' }] } },
      },
    },
    (names) => names.reduceRight<object | null>((inner, each) => ({ name: each, inner }), null),
  ],
  [
    'under any name',
    { Thing: { type: 'object', properties: { name }, patternProperties: { '^i': ref('Thing') } } },
    (names) =>
      names.reduceRight<object | undefined>((inner, each) => ({ name: each, ...(inner && { inner }) }), undefined),
  ],
];

describe.each(ways)('a schema that holds itself %s', (_, schemas, nested) => {
  const document = (change: object = {}) => small(ref('Thing'), { components: { schemas }, ...change });

  test('is held against requests at every depth', async () => {
    const mock = await start(write(document()));
    for (let depth = 1; depth < 6; depth += 1) {
      const names = Array.from({ length: depth }, () => 'abc');
      expect(await send(mock, nested(names))).toMatchObject({ status: 200 });
      const { status, body } = await send(mock, nested([...names.slice(1), 'long']));
      expect({ status, body: JSON.stringify(body) }).toEqual({
        status: 400,
        body: expect.stringContaining('name') as string,
      });
    }
  });

  test('has examples, and made-up answers', async () => {
    for (const change of [{}, { openapi: '3.0.3' }]) {
      if ('openapi' in change && /null|patternP/.test(JSON.stringify(schemas))) continue;
      const mock = await start(write(document(change)), { stateful: false });
      const made = [undefined, 'dynamic=true', 'dynamic=true', 'dynamic=true'];
      for (const prefer of made) expect(await send(mock, nested(['a']), prefer)).toMatchObject({ status: 200 });
    }
  });
});

test('words of others may refer to a schema that holds itself', async () => {
  const schemas = {
    Thing: { type: 'object', 'x-related': ref('Thing'), properties: { name, inner: ref('Thing') } },
  };
  const mock = await start(write(small({ 'x-entity': [ref('Thing')], ...ref('Thing') }, { components: { schemas } })));
  expect((await send(mock, { inner: { name: 'new' } })).status).toBe(200);
  expect((await send(mock, { inner: { name: 'newer' } })).status).toBe(400);
});

test('equal items of a list within a list are found, and said where they are', async () => {
  const [, schemas] = ways[1] ?? [];
  const mock = await start(write(small(ref('Thing'), { components: { schemas } })));
  const twice = [
    { name: 'a', inner: [] },
    { name: 'a', inner: [] },
  ];
  const { status, body } = await send(mock, { name: 'a', inner: [{ name: 'b', inner: twice }] });
  expect({ status, body }).toMatchObject({
    status: 400,
    body: { error_msg: expect.stringContaining('body.inner[0].inner[1] repeats the item') as string },
  });
});

test('a large request is held against a schema that holds itself', async () => {
  const [, schemas] = ways[1] ?? [];
  const mock = await start(write(small(ref('Thing'), { components: { schemas } })));
  const inner = Array.from({ length: 50_000 }, (_, index) => ({ name: String(index % 1000), inner: [], index }));
  expect((await send(mock, { inner })).status).toBe(200);
  expect((await send(mock, { inner: [...inner, { name: 'long', inner: [] }] })).status).toBe(400);
});

test('a schema that needs itself is said to allow nothing', async () => {
  const schemas = { Thing: { type: 'object', required: ['inner'], properties: { inner: ref('Thing') } } };
  const message = await whyNot(write(small(ref('Thing'), { components: { schemas } })));
  expect(message).toMatch(/POST \/things\/\{id\}: the schema of the request body needs itself/);
});

test('many schemas that all hold each other are read in time', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `T${index}`);
  const properties = Object.fromEntries(names.map((each) => [each, ref(each)]));
  const schemas = Object.fromEntries(names.map((each) => [each, { type: 'object', properties }]));
  const mock = await start(write(small(ref('T0'), { components: { schemas } })), { stateful: false });
  expect((await send(mock, { T1: { T2: { T3: {} } } })).status).toBe(200);
  expect((await send(mock, { T1: { T2: { T3: 3 } } })).status).toBe(400);
});

test('many schemas that all require each other or nothing are read in time', async () => {
  const names = Array.from({ length: 15 }, (_, index) => `T${index}`);
  const properties = Object.fromEntries(names.map((each) => [each, { anyOf: [ref(each), { type: 'null' }] }]));
  const schemas = Object.fromEntries(names.map((each) => [each, { type: 'object', required: names, properties }]));
  const mock = await start(write(small(ref('T0'), { components: { schemas } })), { stateful: false });
  const nothing = Object.fromEntries(names.map((each) => [each, null]));
  expect(await send(mock, { ...nothing, T1: nothing }, 'dynamic=true')).toMatchObject({ status: 200 });
  expect((await send(mock, { ...nothing, T1: {} })).status).toBe(400);
});

test('a schema whose smallest value is too large is said to be that', async () => {
  const chain = Array.from({ length: 30 }, (_, index) => [
    `T${index}`,
    {
      type: 'object',
      required: ['a', 'b'],
      properties: { a: ref(`T${index + 1}`), b: ref(`T${index + 1}`), first: ref('T0') },
    },
  ]);
  const schemas = { ...(Object.fromEntries(chain) as Record<string, object>), T30: { type: 'string' } };
  const message = await whyNot(write(small(ref('T0'), { components: { schemas } })));
  expect(message).toMatch(/POST \/things\/\{id\}: the schema of the request body consists of more than 20000 schemas/);
});

test('schemas that refer to each other in too long a chain are said to do so', async () => {
  const chain = Array.from({ length: 1500 }, (_, index) => [
    `T${index}`,
    { type: 'object', properties: { next: ref(`T${(index + 1) % 1500}`) } },
  ]);
  const schemas = Object.fromEntries(chain) as Record<string, object>;
  const message = await whyNot(write(small(ref('T0'), { components: { schemas } })));
  expect(message).toMatch(/deep/);
});
