import { errors } from '@vpcep/openapi/documents';
import { expect, test } from 'vitest';
import { errorCatalogue } from '../src/error-catalogue.js';

test('every code of the catalogue is there, with a remedy in both languages', () => {
  expect([...errorCatalogue.keys()]).toEqual(errors.map(({ code }) => code));
  for (const { remedy } of errorCatalogue.values()) {
    expect(remedy.en).not.toBe('');
    expect(remedy['zh-CN']).toMatch(/\p{Script=Han}/u);
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
