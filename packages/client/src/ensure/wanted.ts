import { isRecord } from '../call/json.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { checkKind, checkKnown } from '../given/known-options.js';
import { unreadable } from '../given/unreadable.js';
import type { Fields } from './differences.js';

/**
 * Holds what is wanted to the fields that are known, to their kinds, and to what may not come twice: what could never be
 * reached would be waited for in vain. What is undefined counts as left out. Null does not: whether it means nothing or no
 * change, nobody knows.
 *
 * @throws VpcepValidationError when it breaks one of them.
 */
export function checkWanted(wanted: object, fields: Fields): void {
  try {
    checkKind('desired', wanted, 'Object');
    const kinds = Object.entries(fields).map(([field, { kind }]) => [field, kind] as const);
    checkKnown(wanted, { id: 'string', ...Object.fromEntries(kinds) });
    for (const [field, value] of Object.entries(wanted)) {
      if (Array.isArray(value)) checkItems(field, value, fields[field]);
    }
  } catch (error) {
    throw unreadable('desired', error);
  }
}

function checkItems(field: string, items: readonly unknown[], known: Fields[string] | undefined): void {
  const { itemKind, itemDefaults, uniqueBy } = known ?? {};
  const positions = new Map<string, number>();
  items.forEach((item, position) => {
    const name = `${field}[${position}]`;
    if (itemKind !== undefined) checkKind(name, item, itemKind);
    if (uniqueBy === undefined) return;
    const members = isRecord(item) ? uniqueBy.map((member) => item[member] ?? itemDefaults?.[member]) : [];
    const text = JSON.stringify(members.length > 0 ? members : item);
    const first = positions.get(text);
    if (first !== undefined) throw new VpcepValidationError(name, `repeats ${field}[${first}]`);
    positions.set(text, position);
  });
}

type Given<Wanted> = { [Field in keyof Wanted]: Exclude<Wanted[Field], undefined> };

/** What is wanted, without what is undefined. */
export function givenOf<Wanted extends object>(wanted: Wanted): Given<Wanted> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Given<Wanted>;
}
