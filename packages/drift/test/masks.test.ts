import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { driftOf, reportOf, type Har } from '../src/index.js';
import { mask } from '../src/mask.js';

const digit = fc.constantFrom(...Array.from('123456789'));
const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ名字'));
const text = (character: fc.Arbitrary<string>, length: number) =>
  fc.array(character, { minLength: length, maxLength: length }).map((all) => all.join(''));
const hex = text(fc.constantFrom(...Array.from('123456789abcdef')), 32);
/** What nobody would take for a word: IDs, addresses, keys. */
const identifier = fc.oneof(
  hex,
  hex.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')),
  fc.ipV4().filter((address) => address.length > 8 && /[1-9]{2}/.test(address)),
  fc.tuple(digit, text(fc.oneof(digit, letter), 19)).map((parts) => parts.join('')),
);
/** What somebody is called, or calls something. */
const name = fc.oneof(
  text(letter, 9),
  fc.tuple(text(letter, 6), text(letter, 6)).map(([first, last]) => `${first}.${last}@example.com`),
  fc.tuple(text(letter, 7), digit).map((parts) => parts.join('-')),
);
const personal = fc.oneof(identifier, name);

const operations = operationsOf(document).filter(
  ({ success, method }) => method === 'get' && success?.json !== undefined,
);

/** An answer of the document, with a personal value in the place of every text, and more of them where nothing is known. */
const answer = fc.constantFrom(...operations).chain((operation) => {
  const [example] = operation.success?.json?.examples.values() ?? [];
  const texts: string[] = [];
  JSON.stringify(example, (_, value: unknown) => (typeof value === 'string' ? texts.push(value) : value));
  return fc
    .record({
      // In the place of a word, a word could not be told from a new one of the API.
      values: fc.array(identifier, { minLength: texts.length, maxLength: texts.length }),
      unknown: fc.record({ key: personal, value: personal, deep: personal, name: identifier }),
      header: personal,
      path: fc.array(personal, { minLength: 4, maxLength: 4 }),
    })
    .map(({ values, unknown, header, path }) => {
      let next = 0;
      const body: unknown = JSON.parse(
        JSON.stringify(example, (_, value: unknown) => (typeof value === 'string' ? values[next++] : value)),
      );
      const { key, value, deep, name: field } = unknown;
      const grown = {
        ...(body as object),
        unheard_of: { [key]: value, list: [{ [value]: [deep] }, deep] },
        [field]: value,
      };
      const [one = '', ...others] = path;
      const known = operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(one));
      const entry = (at: string) => ({
        request: { method: 'GET', url: `https://vpcep.cn-north-4.myhuaweicloud.com${at}` },
        response: {
          status: 200,
          headers: [
            { name: 'X-Unheard-Of', value: encodeURIComponent(header) },
            { name: 'Content-Type', value: encodeURIComponent(header) },
          ],
          content: { text: JSON.stringify(grown) },
        },
      });
      const har: Har = {
        log: { entries: [entry(known), entry(`/v9/${others.map(encodeURIComponent).join('/')}`), entry(known)] },
      };
      return { har, given: [...values, ...Object.values(unknown), header, ...path] };
    });
});

test('no personal value is in a report, nor a part of one', () => {
  fc.assert(
    fc.property(answer, ({ har, given }) => {
      const { findings, traffic } = driftOf(har);
      const report = reportOf(findings, { where: 'cn-north-4', document: '0', tool: 'drift', traffic });
      expect(findings.length).toBeGreaterThan(3);
      // Long parts alone: a short one is found in any text.
      const parts = given
        .flatMap((value) => [value, ...value.split(/[^\p{L}\p{N}]+/u)])
        .filter(({ length }) => length >= 6);
      for (const part of parts) expect(report).not.toContain(part);
    }),
    { numRuns: scaled(100) },
  );
});

test.each([
  ['6e9dfd51d1124e8d8498dce894923a0d', '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'],
  ['192.168.0.17', '"000.000.0.00"'],
  ['2026-01-31T12:00:00Z', '"0000-00-00T00:00:00Z"'],
  ['cn-north-4.orders.x', '"xx-xxxxx-0.xxxxxx.x"'],
  ['a`b|c<d>"e\n', '"x?x?x?x??x?"'],
  [12.5, '00.0'],
  [true, 'true'],
  [null, 'null'],
  [{ id: 'abc', secret: ['x1'] }, '{id: "xxx", xxxxxx: ["xx"]}'],
])('of %j the shape is left: %s', (value, shape) => {
  expect(mask(value, (known) => known === 'id')).toBe(shape);
});

test('a long value is cut', () => {
  expect(mask('a'.repeat(5000), () => true).length).toBeLessThan(70);
  expect(
    mask(
      Array.from({ length: 5000 }, () => 1),
      () => true,
    ),
  ).toBe('[0, 0, 0, 0, 0, 0, 0, 0, …]');
});
