import type { FieldText } from '../src/document/document-texts.js';
import { wantedObjects, wantedValues } from '../src/document/wanted-schemas.js';
import { explain } from './explain.js';
import type { OpenapiDocument, Schema } from './openapi-document.js';

/** What the document says about the fields and values that the console shows. */
export function schemaTexts(document: OpenapiDocument) {
  const { schemas } = document.components;

  function named(name: string): Schema {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`the document has no schema ${name}`);
    return schema;
  }

  /** A schema with what it refers to; what stands beside the reference wins. */
  function resolved(schema: Schema): Schema {
    const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? '') ?? [];
    return name === undefined ? schema : { ...resolved(named(name)), ...schema };
  }

  function fieldText(schema: Schema, required: boolean): FieldText {
    const { description = '', enum: values = [], minimum, maximum, maxItems, maxLength, examples = [] } = schema;
    const { label, before, explained, after } = explain(description);
    // A description may explain the values of another field. Only those that this field can have are its own.
    const own = explained.filter(({ value }) => values.length === 0 || values.includes(value));
    const [example] = examples;
    return {
      label,
      required,
      before,
      values: own,
      after,
      ...(schema.default === undefined ? {} : { default: schema.default }),
      ...(typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {}),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(maxItems === undefined ? {} : { maxItems }),
      ...(maxLength === undefined ? {} : { maxLength }),
    };
  }

  function fields(name: string): Record<string, FieldText> {
    const { properties, required = [] } = named(name);
    if (properties === undefined) throw new Error(`${name} has no fields`);
    return Object.fromEntries(
      Object.entries(properties).map(([field, schema]) => [
        field,
        fieldText(resolved(schema), required.includes(field)),
      ]),
    );
  }

  function values(name: string): Record<string, string> {
    const { explained } = explain(named(name).description ?? '');
    return Object.fromEntries(explained.map(({ value, text }) => [value, text]));
  }

  return {
    fields: Object.fromEntries(wantedObjects.map((name) => [name, fields(name)])),
    values: Object.fromEntries(wantedValues.map((name) => [name, values(name)])),
  };
}
