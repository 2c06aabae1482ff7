import { VpcepValidationError } from '../errors/vpcep-error.js';
import type { OperationId } from '../operation-types.js';
import { canonical } from './canonical.js';
import { Change, written } from './change.js';

/** What there is to know of the fields of a kind of resource, by their names. */
export type Fields = Readonly<
  Record<
    string,
    {
      /** What values of it are, such as `Array`. */
      readonly kind: string;
      /** What its items are. */
      readonly itemKind?: string;
      /** By which members its items are told apart, none of which may come twice; by all of them, when it is empty. */
      readonly uniqueBy?: readonly string[];
      /** The operation that changes it; undefined when it stays as it was created. */
      readonly changedBy?: OperationId;
      /** The field of the resource that shows it, where that has another name. */
      readonly shownAs?: string;
      /** What it is when the resource does not show it. */
      readonly default?: unknown;
      /** What members of its items are when they are left out. */
      readonly itemDefaults?: Readonly<Record<string, unknown>>;
      /** Whether resources have ceased to show it. */
      readonly deprecated?: true;
      /** Whether it cannot be given when the resource is created. */
      readonly later?: true;
    }
  >
>;

/** What it means to create a resource as wanted. */
export function creation(fields: Fields, wanted: object, createdBy: OperationId): Change[] {
  return Object.entries(wanted).flatMap(([field, to]: [string, unknown]) => {
    const { later, changedBy = createdBy } = fields[field] ?? {};
    if (!later) return [new Change(field, undefined, to, createdBy)];
    return canonical(to) === '' ? [] : [new Change(field, [], to, changedBy)];
  });
}

/**
 * What has to be changed of a resource. What it does not show cannot be told apart from what is wanted where it cannot be
 * changed, or is no longer shown by any.
 *
 * @throws VpcepValidationError when something differs that cannot be changed.
 */
export function differences(fields: Fields, wanted: object, shown: { readonly id: string }): Change[] {
  const values: Partial<Record<string, unknown>> = { ...shown };
  const changes: Change[] = [];
  const settled: { field: string; found: string }[] = [];
  for (const [field, to] of Object.entries(wanted)) {
    const { changedBy, shownAs = field, default: byDefault, itemDefaults, deprecated } = fields[field] ?? {};
    const from = values[shownAs] ?? byDefault;
    if (from === undefined && (changedBy === undefined || deprecated)) continue;
    if (canonical(from, itemDefaults) === canonical(to, itemDefaults)) continue;
    if (changedBy === undefined) settled.push({ field, found: `wanted ${written(to)}, found ${written(from)}` });
    else changes.push(new Change(field, from, to, changedBy));
  }
  const [first, ...others] = settled;
  if (first !== undefined) {
    const all = [first.found, ...others.map(({ field, found }) => `${field}: ${found}`)].join('; ');
    throw new VpcepValidationError(first.field, `cannot be changed after creation: ${all}; in ${shown.id}`);
  }
  return changes;
}

/** Those of the wanted fields that differ. */
export function differingOf<Wanted extends object>(wanted: Wanted, differing: readonly string[]): Partial<Wanted> {
  return Object.fromEntries(Object.entries(wanted).filter(([field]) => differing.includes(field))) as Partial<Wanted>;
}
