import { expect, test } from 'vitest';
import { readPreferHeader } from '../src/contract/prefer-header.js';

test.each([
  ['code=404', { code: '404' }],
  ['code=400, example=throttled', { code: '400', example: 'throttled' }],
  ['Code = "404" ; reason=none,DYNAMIC=true', { code: '404', dynamic: 'true' }],
  ['respond-async; code=404', { 'respond-async': true }],
  ['code=400, code=404', { code: '400' }],
  ['foo="bar, code=404; baz", example=One', { foo: 'bar, code=404; baz', example: 'One' }],
  ['foo=""; bar', { foo: true }],
  ['example="a=b"', { example: 'a=b' }],
  ['example="not closed, code=404', { example: '"not closed, code=404' }],
  ['', {}],
])('Prefer: %s', (header, preferences) => {
  expect(Object.fromEntries(readPreferHeader(header))).toEqual(preferences);
});

test('a header of any length is read in time proportional to it', () => {
  for (const part of ['"', ',"', ' =', 'a=" ', ';', ' x']) readPreferHeader(part.repeat(200_000));
});
