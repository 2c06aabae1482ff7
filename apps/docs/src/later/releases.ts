import type { CataloguedError } from '@vpcep/openapi/documents';
import { type DescribedOperation, type Document, operationsOf } from '@vpcep/openapi/reader';
import { type Field, fieldsOf } from '../operations/operation-fields.js';
import { type LaterRule, laterRulesOf } from './later-rule.js';

/** A field, and the operations that have it. */
export interface PlacedField {
  /** Its name, after those of the fields that it is in: where these differ, the shortest way. */
  path: string;
  sentTo: DescribedOperation[];
  answeredBy: DescribedOperation[];
}

/** A field that a later state asks something else of. */
export interface PlacedRule extends PlacedField {
  rule: LaterRule;
}

/** What came or changed in one month. */
export interface Release {
  month: string;
  operations: DescribedOperation[];
  fields: PlacedField[];
  rules: PlacedRule[];
  errors: CataloguedError[];
}

/** What callers should no longer use. */
export interface Deprecations {
  operations: DescribedOperation[];
  fields: PlacedField[];
}

/** All that came after the first release, the latest month first. */
export function releasesOf(document: Document, errors: readonly CataloguedError[]): Release[] {
  const operations = operationsOf(document);
  const places = placesIn(document, operations);
  const sinces = [
    ...operations.map(({ operation }) => operation['x-since']),
    ...places.map(({ field }) => field.since),
    ...places.flatMap(({ field }) => rulesOf(field).map(({ rule }) => rule.asOf)),
    ...errors.map(({ since }) => since),
  ];
  return [...new Set(sinces.filter((month) => month !== undefined))]
    .sort()
    .reverse()
    .map((month) => ({
      month,
      operations: operations.filter(({ operation }) => operation['x-since'] === month),
      fields: merge(
        places
          .filter(({ field }) => field.since === month)
          .map((place) => ({ ...place, same: place.field.description, more: {} })),
      ),
      rules: merge(
        places.flatMap((place) =>
          rulesOf(place.field)
            .filter(({ rule }) => rule.asOf === month)
            .map(({ rule, ending }) => ({ ...place, path: place.path + ending, same: '', more: { rule } })),
        ),
      ),
      errors: errors.filter(({ since }) => since === month),
    }));
}

/** All that the document calls deprecated. */
export function deprecationsOf(document: Document): Deprecations {
  const operations = operationsOf(document);
  return {
    operations: operations.filter(({ operation }) => operation.deprecated),
    fields: merge(
      placesIn(document, operations)
        .filter(({ field }) => field.deprecated)
        .map((place) => ({ ...place, same: place.field.description, more: {} })),
    ),
  };
}

interface Place {
  path: string;
  field: Field;
  described: DescribedOperation;
  list: 'sentTo' | 'answeredBy';
}

function placesIn(document: Document, operations: readonly DescribedOperation[]): Place[] {
  return operations.flatMap((described) => {
    const { sent, received } = fieldsOf(document, described);
    const placed = (list: Place['list']) => (field: Field) => ({
      path: [...field.within, field.name].join('.'),
      field,
      described,
      list,
    });
    return [...sent.map(placed('sentTo')), ...received.map(placed('answeredBy'))];
  });
}

const rulesOf = ({ schema, items }: Field) => [
  ...laterRulesOf(schema).map((rule) => ({ rule, ending: '' })),
  ...laterRulesOf(items).map((rule) => ({ rule, ending: '[]' })),
];

/**
 * Puts together what is the same but for the operation, and for what it is in there.
 *
 * @param places with what has to be the same besides the name.
 */
function merge<More extends object>(places: readonly (Place & { same: string; more: More })[]): (PlacedField & More)[] {
  const merged = new Map<string, PlacedField & More>();
  for (const { path, described, list, same, more } of places) {
    const key = JSON.stringify([path.split('.').at(-1), same, more]);
    const known = merged.get(key) ?? { path, sentTo: [], answeredBy: [], ...more };
    merged.set(key, known);
    if (path.length < known.path.length) known.path = path;
    if (!known[list].includes(described)) known[list].push(described);
  }
  return [...merged.values()];
}
