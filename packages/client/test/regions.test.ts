import { document } from '@vpcep/openapi/documents';
import { expect, test } from 'vitest';
import { VpcepValidationError } from '../src/errors/vpcep-error.js';
import { resolveBaseUrl, type Target } from '../src/url/base-url.js';
import { regionBaseUrl, regionBaseUrls } from '../src/url/regions.js';

function errorOf(target: unknown): VpcepValidationError {
  try {
    resolveBaseUrl(target as Target);
  } catch (error) {
    if (error instanceof VpcepValidationError) return error;
    throw error;
  }
  throw new Error('no error');
}

test.each([
  ['cn-north4', 'cn-north-4', 'cn-north-1', 'cn-north-2', 'cn-north-9'],
  ['CN-NORTH-4', 'cn-north-4'],
  ['eu-west101', 'eu-west-101'],
  ['ap-southeast-33', 'ap-southeast-3'],
  ['cn-soutwest-2', 'cn-southwest-2'],
  ['n-mexico-1', 'na-mexico-1'],
  ['north-9', 'cn-north-9'],
])('%s: lists what is similar, the nearest first', (region, nearest, ...further) => {
  const { field, message } = errorOf({ region });
  expect(field).toBe('region');
  expect(message).toContain(`"${region}" is unknown; similar are ${nearest}`);
  for (const name of further) expect(message).toContain(name);
  expect(Object.keys(regionBaseUrls).filter((name) => message.includes(name)).length).toBeLessThanOrEqual(5);
  expect(message).toContain('baseUrl');
});

test.each(['mars', 'constructor', '__proto__', 'toString', '', 4, null, {}])(
  '%j is unknown and like none',
  (region) => {
    const { field, message } = errorOf({ region });
    expect(field).toBe('region');
    expect(message).toMatch(/is unknown; regionBaseUrls holds all; .*baseUrl/);
  },
);

test('no region and no baseUrl', () => {
  expect(errorOf({})).toMatchObject({ field: 'region', message: expect.stringMatching(/must be given/) as string });
});

test('the regions that are known are those of the document', () => {
  const expected = (document.servers ?? []).flatMap(({ url, variables }) =>
    (variables?.['region']?.enum ?? []).map((region) => [region, url.replace('{region}', region)] as const),
  );
  expect(expected).not.toEqual([]);
  expect(regionBaseUrls).toEqual(Object.fromEntries(expected));
  for (const [region, url] of expected) expect(regionBaseUrl(region)).toBe(url);
});
