import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VpcepThrottlingError } from '../src/index.js';
import { errorResponse, ok, outcomeOf, path, scripted } from './scripted-fetch.js';

const now = '2026-01-01T00:00:00Z';
const in9s = 'Thu, 01 Jan 2026 00:00:09 GMT';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(now) });
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** When a call is tried that is throttled once. */
async function attemptsAfter(headers: Record<string, string>) {
  const onRetry = vi.fn();
  const { client, times } = scripted([errorResponse(429, 'APIGW.0308', headers), ok()], { hooks: { onRetry } });
  await outcomeOf(client.listServiceDetails({ path }));
  expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ attempt: 1, delay: times[1] }));
  return times;
}

test.each([
  ['seconds', '7', 7000],
  ['seconds with spaces', ' 7 ', 7000],
  ['a fraction', '1.5', 1500],
  ['a list, as of two gateways', '3, 120', 3000],
  ['a date', in9s, 9000],
  ['a date of RFC 850', 'Thursday, 01-Jan-26 00:00:09 GMT', 9000],
  ['a date of asctime, which is in UTC', 'Thu Jan  1 00:00:09 2026', 9000],
  ['a date of ISO 8601', '2026-01-01T00:00:09Z', 9000],
  ['two dates', `${in9s}, Thu, 01 Jan 2026 00:10:00 GMT`, 9000],
])('asks for a wait by %s: %s', async (_, value, delay) => {
  expect(await attemptsAfter({ 'Retry-After': value })).toEqual([0, delay]);
});

test.each([
  ['no wait at all', '0'],
  ['a negative number', '-5'],
  ['a date that has passed', 'Wed, 31 Dec 2025 23:59:51 GMT'],
  ['a word', 'soon'],
  ['a word and a number, which a browser takes for a date', 'soon 5'],
  ['nothing', ''],
  ['an infinity', 'Infinity'],
])('never leads to an immediate retry: %s', async (_, value) => {
  expect(await attemptsAfter({ 'Retry-After': value })).toEqual([0, 500]);
});

test.each(['Wed, 31 Dec 2025 22:00:00 GMT', 'Thu, 01 Jan 2026 05:00:00 GMT'])(
  'a date counts from the Date of the answer, however wrong the clock is: %s',
  async (date) => {
    const value = new Date(Date.parse(date) + 9000).toUTCString();
    expect(await attemptsAfter({ 'Retry-After': value, Date: date })).toEqual([0, 9000]);
  },
);

test('is not waited for beyond the longest delay', async () => {
  const { client, times } = scripted([errorResponse(429, 'APIGW.0308', { 'Retry-After': '21' }), ok()]);
  expect(await outcomeOf(client.listServiceDetails({ path }))).toBeInstanceOf(VpcepThrottlingError);
  expect(times).toEqual([0]);
});
