import { BlockList, isIPv4 } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { document } from '@vpcep/openapi/documents';
import { type DocumentRule, resolve, type Schema } from '@vpcep/openapi/reader';
import { placesOf, type RequestOfOperation, schemaAt, targetsOf } from '../documented-rules.js';

/** What a rule says against a request. */
export interface Breach {
  readonly field: string;
  readonly code: string;
}

interface Found {
  readonly field: string;
  readonly value: unknown;
}

/**
 * What the document's own rules have against a request that its schemas allow. This is written in the plainest way, apart
 * from what the mock and the client hold requests to.
 */
export function breachesOf(operation: RequestOfOperation, args: { query: unknown; body: unknown }): Breach[] {
  return placesOf(operation).flatMap(({ way, schema }) =>
    (schema['x-rules'] ?? []).flatMap((rule) =>
      follow({ field: '', value: args }, way)
        .filter(({ value }) => holds(rule, schema, value))
        .flatMap((base) =>
          targetsOf(rule).flatMap((target) =>
            follow(base, target).flatMap((found) =>
              broken(rule, schemaAt(schema, target), found).map((field) => ({ field, code: rule.code })),
            ),
          ),
        ),
    ),
  );
}

/** All values that a way leads to. */
const follow = (from: Found, way: readonly string[]): Found[] =>
  way.reduce<Found[]>(
    (places, segment) =>
      places.flatMap(({ field, value }) => {
        if (segment !== '[]') {
          const inside = memberOf(value, segment);
          return inside === undefined ? [] : [{ field: field === '' ? segment : `${field}.${segment}`, value: inside }];
        }
        return Array.isArray(value)
          ? value.map((item: unknown, index) => ({ field: `${field}[${index}]`, value: item }))
          : [];
      }),
    [from],
  );

function holds({ when = {} }: DocumentRule, schema: Schema, value: unknown): boolean {
  return Object.entries(when).every(([name, wanted]) => (memberOf(value, name) ?? defaultOf(schema, name)) === wanted);
}

function broken(rule: DocumentRule, schema: Schema, { field, value }: Found): string[] {
  const given = (names: readonly string[]) => names.filter((name) => memberOf(value, name) !== undefined);
  if ('exactlyOneOf' in rule) return given(rule.exactlyOneOf).length === 1 ? [] : [field];
  if ('requires' in rule) {
    return rule.requires.filter((name) => memberOf(value, name) === undefined).map((name) => `${field}.${name}`);
  }
  if ('forbids' in rule) return given(rule.forbids).map((name) => `${field}.${name}`);
  if ('notWithin' in rule) {
    const [network = '', bits] = rule.notWithin.split('/');
    const range = new BlockList();
    range.addSubnet(network, Number(bits));
    return typeof value === 'string' && isIPv4(value) && range.check(value) ? [field] : [];
  }
  if (!Array.isArray(value)) return [];
  const items = schema.items === undefined ? {} : resolve(document, schema.items);
  const keys = value.map((item: unknown) => keyOf(rule, items, item));
  return keys.flatMap((key, index) =>
    key !== undefined && keys.slice(0, index).some((other) => isDeepStrictEqual(key, other))
      ? [`${field}[${index}]`]
      : [],
  );
}

/** What two items of a list may not have in common; undefined when the item has nothing of it. */
function keyOf(
  rule: Extract<DocumentRule, { uniqueBy: string[] }>,
  items: Schema,
  item: unknown,
): unknown[] | undefined {
  const values =
    rule.uniqueBy.length === 0 ? [item] : rule.uniqueBy.map((name) => memberOf(item, name) ?? defaultOf(items, name));
  if (values.every((value) => value === undefined)) return undefined;
  return values.map((value) =>
    rule.trim === true && typeof value === 'string' ? value.replace(/^ +| +$/g, '') : value,
  );
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

function defaultOf({ properties = {} }: Schema, name: string): unknown {
  const property = properties[name];
  return property === undefined ? undefined : resolve(document, property).default;
}
