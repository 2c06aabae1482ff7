import { document } from '@vpcep/openapi/documents';
import { required } from '@vpcep/openapi/reader';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { VpcepValidationError } from '../src/index.js';
import { parseTimestamp } from '../src/timestamps.js';

const place = { pointer: '#/components/schemas/Timestamp' };
const timestamp = required(document.components.schemas['Timestamp'], place, 'schema');
const pattern = required(timestamp.pattern, place, 'pattern');
const examples = required(timestamp.examples, place, 'examples').map(String);

const ownZone = process.env['TZ'];
afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/St_Johns', 210],
  ['Pacific/Kiritimati', -840],
])('in the time zone %s', (zone, minutes) => {
  function enter() {
    process.env['TZ'] = zone;
    // Without this, all the rest would be true in any zone.
    expect(new Date('2022-01-14T09:35:47Z').getTimezoneOffset()).toBe(minutes);
  }

  test.each([
    ['2022-04-14T09:35:47Z', Date.UTC(2022, 3, 14, 9, 35, 47)],
    ['2022-04-14T09:35:47', Date.UTC(2022, 3, 14, 9, 35, 47)],
    ['2018-01-30T07:42:01.174', Date.UTC(2018, 0, 30, 7, 42, 1, 174)],
    ['2018-01-30T07:42:01.174Z', Date.UTC(2018, 0, 30, 7, 42, 1, 174)],
    ['2018-01-30T07:42:01.5', Date.UTC(2018, 0, 30, 7, 42, 1, 500)],
    ['2018-01-30T07:42:01.123456789Z', Date.UTC(2018, 0, 30, 7, 42, 1, 123)],
    ['2020-02-29T23:59:59Z', Date.UTC(2020, 1, 29, 23, 59, 59)],
    // The hour that is skipped in the spring of St John's is there in UTC.
    ['2022-03-13T02:30:00', Date.UTC(2022, 2, 13, 2, 30)],
  ])('%s is read as UTC', (text, time) => {
    enter();
    expect(parseTimestamp(text).getTime()).toBe(time);
  });

  test('every time comes back from each of its forms', () => {
    enter();
    const date = fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(
        date.filter((each) => !Number.isNaN(each.getTime())),
        (each) => {
          const text = each.toISOString();
          expect(parseTimestamp(text)).toEqual(each);
          expect(parseTimestamp(text.slice(0, -1))).toEqual(each);
          const second = new Date(Math.floor(each.getTime() / 1000) * 1000);
          expect(parseTimestamp(text.replace(/\..*/, 'Z'))).toEqual(second);
          expect(parseTimestamp(text.replace(/\..*/, ''))).toEqual(second);
        },
      ),
      { numRuns: scaled(100) },
    );
  });
});

test.each(examples)('reads the example of the document, %s', (text) => {
  expect(parseTimestamp(text).toISOString().slice(0, 19)).toBe(text.slice(0, 19));
});

test('reads nothing that the document does not allow, and all of it on days that exist', () => {
  const rule = new RegExp(pattern, 'u');
  const twoDigits = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
  const almost = fc
    .tuple(
      fc.constantFrom('2019', '2020', '0001', '20', '+02020'),
      fc.constantFrom('00', '01', '02', '04', '12', '13'),
      fc.constantFrom('00', '01', '28', '29', '30', '31', '32'),
      fc.constantFrom('T', ' ', 't'),
      fc.oneof(fc.constantFrom('00', '23', '24'), twoDigits),
      fc.oneof(fc.constantFrom('00', '59', '60'), twoDigits),
      fc.oneof(fc.constantFrom('00', '59', '60'), twoDigits),
      fc.constantFrom('', '.', '.1', '.123456789', '.1234567890'),
      fc.constantFrom('', 'Z', 'z', '+00:00', '+08:00', '\n'),
    )
    .map(([year, month, day, t, hour, minute, second, ...rest]) =>
      [`${year}-${month}-${day}${t}${hour}:${minute}:${second}`, ...rest].join(''),
    );
  const daysOf = (text: string) =>
    new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  fc.assert(
    fc.property(almost, (text) => {
      if (rule.test(text) && Number(text.slice(8, 10)) <= daysOf(text)) {
        expect(parseTimestamp(text).toISOString().slice(0, 19)).toBe(text.slice(0, 19));
      } else {
        expect(() => parseTimestamp(text)).toThrow(VpcepValidationError);
      }
    }),
    { numRuns: scaled(1000) },
  );
});

test.each(['', 'yesterday', '2022-04-14', '1649928947000', '2022-02-30T00:00:00Z', '2022-04-14T09:35:47+08:00'])(
  'refuses %o, and says what a time looks like',
  (text) => {
    expect(() => parseTimestamp(text)).toThrow(
      `timestamp: must be a time in UTC such as 2026-01-31T12:00:00Z or 2018-01-30T07:42:01.174, ` +
        `on a day that exists; it is ${JSON.stringify(text)}`,
    );
  },
);
