import fc from 'fast-check';
import { scaled } from '@vpcep/testing';
import { expect, test } from 'vitest';
import { MockStartError } from '../src/index.js';
import { collectFailures } from './collect-failures.js';
import { documentsOfTests, send, small } from './small-document.js';

const { write, start } = documentsOfTests();

/** A document with most of what there can be in one. */
const whole = small(
  { $ref: '#/components/schemas/Thing' },
  {
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
      schemas: {
        Thing: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', pattern: '^[a-z]*$', maxLength: 9, default: 'new', examples: ['new'] },
            size: { type: ['integer', 'null'], minimum: 0, enum: [1, 2, null] },
            parts: { type: 'array', uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } },
            other: { allOf: [{ type: 'object' }, { additionalProperties: { type: 'string', format: 'uuid' } }] },
          },
        },
      },
    },
  },
);

type Values = Record<string, unknown>;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;
const placesOf = (value: unknown): { parent: Values; key: string }[] =>
  isValues(value) ? Object.keys(value).flatMap((key) => [{ parent: value, key }, ...placesOf(value[key])]) : [];
const odd = [null, 0, -1, 1.5, '', '(', 'x', true, [], {}, [null], { $ref: '#' }, { $ref: '#/paths' }, 'object', '200'];

test(
  'by a document with a mistake, the mock says it at the start, or answers as ever',
  { timeout: 300_000 },
  async () => {
    const change = fc.record({
      place: fc.nat(),
      other: fc.nat(),
      how: fc.constantFrom('delete', 'set', 'swap', 'rename'),
      value: fc.constantFrom(...odd),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const document = structuredClone(whole);
        for (const { place, other, how, value } of changes) {
          const places = placesOf(document);
          const one = places[place % places.length];
          const two = places[other % places.length];
          if (one === undefined || two === undefined) continue;
          const { [one.key]: before } = one.parent;
          if (how === 'set') one.parent[one.key] = structuredClone(value);
          else if (how === 'swap') one.parent[one.key] = structuredClone(two.parent[two.key]);
          else Reflect.deleteProperty(one.parent, one.key);
          if (how === 'rename' && !Array.isArray(one.parent)) one.parent[`${one.key}X`] = before;
        }
        const { log, failures } = collectFailures();
        const file = write(document);
        try {
          const mock = await start(file, { log, stateful: false });
          for (const prefer of ['code=200', 'dynamic=true']) {
            for (const thing of [{ name: 'a', parts: [{ name: 'b' }], size: 1 }, { name: 1 }])
              await send(mock, thing, prefer);
          }
          await mock.close();
        } catch (error) {
          if (!(error instanceof MockStartError)) throw error;
          expect(error.message).toMatch(/ at \/|openapi|POST \//);
        }
        // That an example breaks its schema is found when it is asked for.
        expect(failures.filter((failure) => !failure.includes('does not allow its own answer'))).toEqual([]);
      }),
      { numRuns: scaled(100, 3000) },
    );
  },
);
