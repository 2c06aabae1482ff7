import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readForm } from './forms.js';

/** Why schemas do not compile for whoever is as strict as Ajv can be. */
function faultsOf(form: string): string[] {
  const { components } = readForm(form);
  const ajv = new Ajv2020({ strict: true, strictRequired: true });
  addFormats.default(ajv);
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'document', components });
  return Object.keys(components.schemas).flatMap((name) => {
    try {
      ajv.compile({ $ref: `document#/components/schemas/${name}` });
      return [];
    } catch (error) {
      return [`${name}: ${String(error)}`];
    }
  });
}

test('all schemas of the plain form compile in strict mode', () => {
  expect(faultsOf('openapi-plain')).toEqual([]);
});

test('those of the document do not, for the lists of types and the words of its own', () => {
  expect(faultsOf('openapi')).toContainEqual(expect.stringContaining('allowUnionTypes'));
  expect(faultsOf('openapi')).toContainEqual(expect.stringContaining('unknown keyword: "x-since"'));
});
