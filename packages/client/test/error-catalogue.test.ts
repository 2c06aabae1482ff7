import { expect, test } from 'vitest';
import { errorCatalogue } from '../src/error-catalogue.js';

test('every code has a remedy in both languages', () => {
  expect(errorCatalogue.size).toBe(156);
  for (const { remedy } of errorCatalogue.values()) {
    expect(remedy.en).not.toBe('');
    expect(remedy.zh).toMatch(/\p{Script=Han}/u);
  }
});

test('a code tells its status and message', () => {
  expect(errorCatalogue.get('EndPoint.3044')).toMatchObject({
    status: 400,
    message: 'The parameter ports conflicted with ports in an existing endpoint service.',
  });
  expect(errorCatalogue.get('Endpoint.1018')).toMatchObject({ status: 400, message: 'Quota exceeded.' });
  expect(errorCatalogue.get('EndPoint.9999')).toBeUndefined();
});
