/**
 * What the keywords of a schema have to be, in all dialects, as a schema of JSON Schema. It says the same as the
 * meta-schemas of the dialects, but of one schema without those in it, and so in a fraction of the time.
 */
const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const schema = { type: ['object', 'boolean'] };
const schemas = { type: 'array', minItems: 1, items: schema };
const named = { type: 'object', additionalProperties: schema };
const number = { type: 'number' };
const count = { type: 'integer', minimum: 0 };
const flag = { type: 'boolean' };
const text = { type: 'string' };
const names = { type: 'array', items: text };

/** The rule of each keyword. */
const keywords = {
  type: {
    if: { type: 'array' },
    then: { minItems: 1, items: { enum: types } },
    else: { enum: types },
  },
  enum: { type: 'array', minItems: 1 },
  multipleOf: { type: 'number', exclusiveMinimum: 0 },
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  minLength: count,
  maxLength: count,
  pattern: text,
  format: text,
  items: { if: { type: 'array' }, then: { items: schema }, else: schema },
  prefixItems: schemas,
  additionalItems: schema,
  unevaluatedItems: schema,
  contains: schema,
  minContains: count,
  maxContains: count,
  minItems: count,
  maxItems: count,
  uniqueItems: flag,
  properties: named,
  patternProperties: named,
  additionalProperties: schema,
  unevaluatedProperties: schema,
  propertyNames: schema,
  required: names,
  dependentRequired: { type: 'object', additionalProperties: names },
  dependentSchemas: named,
  dependencies: {
    type: 'object',
    additionalProperties: { if: { type: 'array' }, then: { items: text }, else: schema },
  },
  minProperties: count,
  maxProperties: count,
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: schema,
  if: schema,
  then: schema,
  else: schema,
  readOnly: flag,
  writeOnly: flag,
  nullable: flag,
  'x-message': text,
  $defs: named,
  definitions: named,
};

export const schemaShape = { type: 'object', properties: keywords };

/** The same in OpenAPI 3.0, where two keywords are flags. */
export const oldSchemaShape = {
  type: 'object',
  properties: { ...keywords, exclusiveMinimum: flag, exclusiveMaximum: flag },
};
