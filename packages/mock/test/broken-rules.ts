import { document } from '@vpcep/openapi/documents';
import { type DescribedOperation, type DocumentRule, resolve, type Schema } from '@vpcep/openapi/reader';
import { exampleQuery, type Place, placesOf, schemaAt, targetsOf } from './documented-rules.js';

/** A request that breaks one rule of the document: what it sends, and what the answer must say. */
export interface Breach {
  readonly operationId: DescribedOperation['operationId'];
  /** The word of the rule, or the keyword of JSON Schema that has a code of its own. */
  readonly word: string;
  readonly code: string;
  readonly field: string;
  /** What the message says of the field. */
  readonly says: RegExp;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

type Sent = Pick<Breach, 'query' | 'body'>;
type Change = (value: unknown) => unknown;

/** A value that a schema allows, as its examples show it; objects have all of their members. */
export function sample(reference: Schema): unknown {
  const schema = resolve(document, reference);
  const { examples: [example] = [], enum: [allowed] = [], properties = {}, items, minItems = 1 } = schema;
  if (items !== undefined) return Array.from({ length: minItems }, () => sample(items));
  if (schema.type === 'object') return mapValues(properties, sample);
  return example ?? schema.default ?? allowed;
}

/** One request for each rule of an operation, and for each keyword that has a code of its own. */
export function breachesOf(operation: DescribedOperation): Breach[] {
  const places = placesOf(operation);
  return places.flatMap((place) => [
    ...(place.schema['x-rules'] ?? []).flatMap((rule) => brokenRule(operation, place, rule)),
    ...brokenKeywords(operation, place),
  ]);
}

function brokenRule(operation: DescribedOperation, { way, schema }: Place, rule: DocumentRule): Breach[] {
  const { code, when = {} } = rule;
  return targetsOf(rule).flatMap((target): Breach[] => {
    const place = [...way, ...target];
    const breach = (word: string, field: readonly string[], says: RegExp, change: Change): Breach => {
      const holding = changed(
        operation,
        request(operation),
        way,
        (value) => ({ ...Object(value), ...when }) as unknown,
      );
      const given = Object.keys(when).length === 0 ? request(operation) : holding;
      const sent = changed(operation, given, place, change);
      return { operationId: operation.operationId, word, code, field: fieldOf(field), says, ...sent };
    };
    if ('uniqueBy' in rule) {
      const item = sample(schemaAt(schema, [...target, '[]']));
      const again = rule.trim === true ? spaced(item) : item;
      return [breach('uniqueBy', [...place, '1'], /^(has the same|repeats)/, () => [item, again])];
    }
    if ('notWithin' in rule) {
      return [breach('notWithin', place, /^may not be in/, () => rule.notWithin.replace(/\/.*/, ''))];
    }
    if ('exactlyOneOf' in rule) {
      const members = Object.fromEntries(
        rule.exactlyOneOf.map((name) => [name, sample(schemaAt(schema, [...target, name]))]),
      );
      return [
        breach('exactlyOneOf', place, /^must hold exactly one of/, (value) => without(value, rule.exactlyOneOf)),
        breach(
          'exactlyOneOf',
          place,
          /^must hold exactly one of/,
          (value) => ({ ...Object(value), ...members }) as unknown,
        ),
      ];
    }
    if ('requires' in rule) {
      return rule.requires.map((name) =>
        breach('requires', [...place, name], /^must be given/, (value) => without(value, [name])),
      );
    }
    return rule.forbids.map((name) =>
      breach(
        'forbids',
        [...place, name],
        /^may not be given/,
        (value) =>
          ({
            ...Object(value),
            [name]: sample(schemaAt(schema, [...target, name])),
          }) as unknown,
      ),
    );
  });
}

/** Values that break one keyword of a schema, by the keyword. */
const wrong: Readonly<Record<string, (schema: Schema) => unknown>> = {
  enum: () => 'none-of-them',
  pattern: () => '<',
  minimum: ({ minimum = 0 }) => minimum - 1,
  maximum: ({ maximum = 0 }) => maximum + 1,
  minLength: () => '',
  maxLength: ({ maxLength = 0 }) => 'x'.repeat(maxLength + 1),
  minItems: () => [],
  maxItems: ({ maxItems = 0, items = {} }) => Array.from({ length: maxItems + 1 }, () => sample(items)),
};

function brokenKeywords(operation: DescribedOperation, { way, schema }: Place): Breach[] {
  const codes = schema['x-error-code'];
  if (codes === undefined) return [];
  const keywords = Object.keys(wrong).filter((keyword) => keyword in schema);
  const codeOf = typeof codes === 'string' ? mapValues(wrong, () => codes) : codes;
  return keywords.flatMap((word): Breach[] => {
    const code = codeOf[word];
    const value = wrong[word]?.(schema);
    if (code === undefined) return [];
    const sent = changed(operation, request(operation), way, () => value);
    return [{ operationId: operation.operationId, word, code, field: fieldOf(way), says: /^(must|is empty)/, ...sent }];
  });
}

/** A request that keeps all rules: the examples of the query, and of the body what is required. */
function request(operation: DescribedOperation): Sent {
  const json = operation.requestBody?.json;
  const body = json && resolve(document, json.schema);
  return {
    query: Object.fromEntries(exampleQuery(operation)),
    body: body && mapValues(pick(body.properties ?? {}, body.required ?? []), sample),
  };
}

/** The same request with another value at a place; what leads there is a sample where it is not. */
function changed(operation: DescribedOperation, sent: Sent, way: readonly string[], change: Change): Sent {
  const whole: Schema = {
    properties: Object.fromEntries(
      placesOf(operation).flatMap(({ way: [name = '', ...rest], schema }) =>
        rest.length === 0 ? [[name, schema]] : [],
      ),
    ),
  };
  const put = (value: unknown, schema: Schema, [segment, ...rest]: readonly string[]): unknown => {
    const given = value ?? sample(schema);
    if (segment === undefined) return change(given);
    const inside = schemaAt(schema, [segment]);
    if (segment === '[]') {
      const [first, ...others] = given as unknown[];
      return [put(first, inside, rest), ...others];
    }
    const members = given as Record<string, unknown>;
    return { ...members, [segment]: put(members[segment], inside, rest) };
  };
  return put(sent, whole, way) as Sent;
}

/** The name of a field in a message. Of a list, the first item is meant. */
const fieldOf = (way: readonly string[]): string =>
  way.reduce((name, segment) =>
    segment === '[]' ? `${name}[0]` : /^\d+$/.test(segment) ? `${name}[${segment}]` : `${name}.${segment}`,
  );

/** The same value with a space at the end of each text. */
const spaced = (value: unknown): unknown =>
  typeof value === 'string'
    ? `${value} `
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? mapValues(value as Record<string, unknown>, spaced)
      : value;

const without = (value: unknown, names: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(Object(value) as object).filter(([name]) => !names.includes(name)));

const pick = <T>(members: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));

const mapValues = <T, U>(members: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value)]));
