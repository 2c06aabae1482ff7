import type { DescribedOperation, DocumentRule, SchemaExtensions } from '@vpcep/openapi/reader';
import { segmentsOf } from './path.js';
import type { Member, OperationRules, Rule, Scalar } from './rule.js';

/** What is read of a schema to find its rules. */
export interface RuledSchema {
  readonly $ref?: string;
  readonly allOf?: readonly RuledSchema[];
  readonly properties?: Readonly<Record<string, RuledSchema>>;
  readonly items?: RuledSchema;
  readonly default?: unknown;
  readonly 'x-rules'?: readonly DocumentRule[];
  readonly 'x-error-code'?: SchemaExtensions['x-error-code'];
}

/** What is read of an operation to find its rules. */
export interface RuledOperation {
  readonly 'x-rules'?: readonly DocumentRule[] | undefined;
  /** Its parameters in the query, those of its path included. */
  readonly query: readonly { readonly name: string; readonly schema?: RuledSchema | undefined }[];
  /** The schema of its JSON body. */
  readonly body?: RuledSchema | undefined;
}

/** What is read of an operation as the reader of the document describes it. */
export const ruledOperation = ({ operation, parameters, requestBody }: DescribedOperation): RuledOperation => ({
  'x-rules': operation['x-rules'],
  query: parameters.filter((parameter) => parameter.in === 'query'),
  body: requestBody?.json?.schema,
});

/**
 * Gathers the rules and codes of an operation's request, with the defaults that they count on.
 *
 * @param resolve finds the schema that a `$ref` points to
 */
export function readRules(operation: RuledOperation, resolve: (reference: string) => RuledSchema): OperationRules {
  const rules: Rule[] = [];
  const codes: Record<string, string> = {};
  const query: RuledSchema = {
    properties: Object.fromEntries(operation.query.map(({ name, schema = {} }) => [name, schema])),
    ...(operation['x-rules'] && { 'x-rules': operation['x-rules'] }),
  };

  /** A schema, and all that it refers to or consists of. */
  function partsOf(schema: RuledSchema): RuledSchema[] {
    const referred = schema.$ref === undefined ? [] : partsOf(resolve(schema.$ref));
    return [schema, ...referred, ...(schema.allOf ?? []).flatMap(partsOf)];
  }
  const propertiesOf = (schema: RuledSchema) =>
    partsOf(schema).flatMap(({ properties = {} }) => Object.entries(properties));
  const itemsOf = (schema: RuledSchema) => partsOf(schema).flatMap(({ items }) => items ?? []);
  const memberOf = (schema: RuledSchema, name: string): Member => {
    const found = propertiesOf(schema).filter(([property]) => property === name);
    const fallback = found.flatMap(([, property]) => partsOf(property)).find((part) => part.default !== undefined);
    return isScalar(fallback?.default) ? { name, default: fallback.default } : { name };
  };
  function schemaAt(schema: RuledSchema, way: readonly string[]): RuledSchema {
    return way.reduce<RuledSchema>((current, segment) => {
      const next =
        segment === '[]'
          ? itemsOf(current)
          : propertiesOf(current).flatMap(([name, part]) => (name === segment ? part : []));
      return next[0] ?? {};
    }, schema);
  }

  function* rulesOf(schema: RuledSchema, base: string, rule: DocumentRule): Generator<Rule> {
    const when = Object.entries(rule.when ?? {}).map(([name, value]) => ({ ...memberOf(schema, name), value }));
    for (const at of rule.at ?? ['']) {
      const placed = {
        code: rule.code,
        base,
        ...(at === '' ? {} : { at }),
        ...(when.length === 0 ? {} : { when }),
      };
      if ('uniqueBy' in rule) {
        const item = schemaAt(schema, [...segmentsOf(at), '[]']);
        const members = rule.uniqueBy.map((name) => memberOf(item, name));
        yield { ...placed, word: 'uniqueBy', members, ...(rule.trim && { trim: rule.trim }) };
      } else if ('notWithin' in rule) yield { ...placed, word: 'notWithin', range: rule.notWithin };
      else if ('exactlyOneOf' in rule) yield { ...placed, word: 'exactlyOneOf', members: rule.exactlyOneOf };
      else if ('requires' in rule) yield { ...placed, word: 'requires', members: rule.requires };
      else yield { ...placed, word: 'forbids', members: rule.forbids };
    }
  }

  function visit(schema: RuledSchema, place: string, outer: readonly RuledSchema[]): void {
    // A schema that holds itself has said what it says.
    if (outer.includes(schema)) return;
    const within = [...outer, schema];
    for (const part of partsOf(schema)) {
      for (const rule of part['x-rules'] ?? []) rules.push(...rulesOf(schema, place, rule));
      Object.assign(codes, codesAt(place, part['x-error-code']));
    }
    for (const [name, property] of propertiesOf(schema)) visit(property, `${place}.${name}`, within);
    for (const items of itemsOf(schema)) visit(items, `${place}[]`, within);
  }

  visit(query, 'query', []);
  if (operation.body !== undefined) visit(operation.body, 'body', []);
  return { rules, codes };
}

function codesAt(place: string, codes: RuledSchema['x-error-code'] = {}): Record<string, string> {
  if (typeof codes === 'string') return { [place]: codes };
  return Object.fromEntries(Object.entries(codes).map(([keyword, code]) => [`${place}#${keyword}`, code]));
}

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);
