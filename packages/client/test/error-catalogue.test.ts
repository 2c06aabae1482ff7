import { categories, errors } from '@vpcep/openapi/documents';
import { expect, test } from 'vitest';
import { errorCatalogue, errorCategories } from '../src/error-catalogue.js';

test('every code of the catalogue is there, with a remedy in both languages', () => {
  expect([...errorCatalogue.keys()]).toEqual(errors.map(({ code }) => code));
  for (const { remedy } of errorCatalogue.values()) {
    expect(remedy.en).not.toBe('');
    expect(remedy['zh-CN']).toMatch(/\p{Script=Han}/u);
  }
});

test('the catalogue says of each code what the document says, and names the parts of the service', () => {
  const catalogued = [...errorCatalogue].map(([code, error]) => ({ code, ...error }));
  expect(catalogued).toEqual(errors);
  expect(errorCategories).toEqual(categories);
  for (const { category } of errorCatalogue.values()) expect(errorCategories).toHaveProperty([category]);
});

test('a code tells which fields it is about, and what programs depend on it for', () => {
  expect(errorCatalogue.get('EndPoint.0010')).toMatchObject({ kind: 'pageOutOfRange', fields: ['offset'] });
  expect(errorCatalogue.get('EndPoint.0022')?.kind).toBe('throttling');
  expect(errorCatalogue.get('EndPoint.3044')).not.toHaveProperty('kind');
});

test('a code tells its status and message', () => {
  expect(errorCatalogue.get('EndPoint.3044')).toMatchObject({
    status: 400,
    message: 'The parameter ports conflicted with ports in an existing endpoint service.',
  });
  expect(errorCatalogue.get('Endpoint.1018')).toMatchObject({ status: 400, message: 'Quota exceeded.' });
  expect(errorCatalogue.get('EndPoint.9999')).toBeUndefined();
});

test('a code of the gateway is found by the spelling of any region, and listed by one', () => {
  const throttled = errorCatalogue.get('APIGW.0308');
  expect(throttled).toMatchObject({ status: 429, category: 'gateway', kind: 'throttling' });
  expect(errorCatalogue.get('APIG.0308')).toBe(throttled);
  expect(['APIG.0308', 'APIGW.0308', 'APIG.9999', 'NAPIG.0308'].map((code) => errorCatalogue.has(code))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([...errorCatalogue.keys()].filter((code) => code.startsWith('APIG.'))).toEqual([]);
});
