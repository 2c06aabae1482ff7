import { type Document, operationsOf, pointerTo, required, resolve, type Schema } from '@vpcep/openapi/reader';
import type { FieldText } from '../src/document/document-texts.js';
import { wantedObjects, wantedOperations, wantedValues } from '../src/document/wanted-schemas.js';
import { capitalised, explain, paragraphsOf } from './explain.js';

/** What the document says about the fields, values and operations that the console shows. */
export function schemaTexts(document: Document) {
  const place = (name: string) => ({ pointer: pointerTo('#', 'components', 'schemas', name) });
  const named = (name: string): Schema =>
    required(document.components.schemas[name], { pointer: '#/components/schemas' }, `schema ${name}`);

  function fieldText(schema: Schema, isRequired: boolean, label: string): FieldText {
    const { description = '', enum: values = [], minimum, maximum, maxItems, examples = [] } = schema;
    const { 'x-message': demand } = schema;
    const { sentence, before, explained, after } = explain(description);
    // A description may explain the values of another field. Only those that this field can have are its own.
    const own = explained.filter(({ value }) => values.length === 0 || values.includes(value));
    const [example] = examples;
    return {
      label,
      sentence,
      required: isRequired,
      before,
      values: own,
      after,
      ...(typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {}),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(maxItems === undefined ? {} : { maxItems }),
      ...(demand === undefined ? {} : { demand: capitalised(demand) }),
    };
  }

  function fields(name: string): Record<string, FieldText> {
    const { properties, required: names = [] } = named(name);
    return Object.fromEntries(
      Object.entries(required(properties, place(name), 'properties')).map(([field, given]) => {
        const schema = resolve(document, given);
        const pointer = pointerTo(place(name).pointer, 'properties', field);
        return [field, fieldText(schema, names.includes(field), required(schema['x-label'], { pointer }, 'x-label'))];
      }),
    );
  }

  function values(name: string): Record<string, string> {
    const { explained } = explain(named(name).description ?? '');
    return Object.fromEntries(explained.map(({ value, text }) => [value, text]));
  }

  function operationText(operationId: string): string[] {
    const found = operationsOf(document).find((operation) => operation.operationId === operationId);
    const { pointer, operation } = required(found, { pointer: '#/paths' }, `operation ${operationId}`);
    return paragraphsOf(required(operation.description, { pointer, operationId }, 'description'));
  }

  return {
    fields: Object.fromEntries(wantedObjects.map((name) => [name, fields(name)])),
    values: Object.fromEntries(wantedValues.map((name) => [name, values(name)])),
    operations: Object.fromEntries(wantedOperations.map((name) => [name, operationText(name)])),
  };
}
