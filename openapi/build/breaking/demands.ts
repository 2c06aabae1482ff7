import { BlockList, isIPv4 } from 'node:net';
import type { DocumentRule } from '../../src/reader.js';
import { type RequestSchema, writtenAt } from '../request-schemas.js';

/** What one rule of `x-rules` demands at one place of a request; of members that are demanded singly, of one. */
export interface Demand {
  readonly rule: DocumentRule;
  /** Where it holds, from where it stands; nothing for there. */
  readonly from: string;
  /** Where it holds, from the request, as in `body.tags[]`. */
  readonly at: string;
  /** The places and values of members by which it holds. */
  readonly when: ReadonlyMap<string, string | number | boolean>;
  /** Where in the document it is written. */
  readonly pointer: string;
}

/** All that the rules of an operation demand. A rule is the same wherever it is written. */
export function demandsOf(schemas: readonly RequestSchema[]): Demand[] {
  return schemas.flatMap((schema) =>
    (schema.schema['x-rules'] ?? []).flatMap(({ at: places = [''], ...whole }) =>
      places.flatMap((at) =>
        single(whole).map((rule) => ({
          rule,
          from: at,
          at: nameOf([...schema.place, ...(at.match(/\[\]|[^.[\]]+/g) ?? [])]),
          when: new Map(
            Object.entries(rule.when ?? {}).map(([name, value]) => [nameOf([...schema.place, name]), value]),
          ),
          pointer: writtenAt(schema, 'x-rules'),
        })),
      ),
    ),
  );
}

/** The name of a place, such as `body.tags[].key`. */
export const nameOf = (place: readonly string[]): string => place.join('.').replaceAll('.[]', '[]');

function single(rule: DocumentRule): DocumentRule[] {
  if ('requires' in rule) return rule.requires.map((name) => ({ ...rule, requires: [name] }));
  if ('forbids' in rule) return rule.forbids.map((name) => ({ ...rule, forbids: [name] }));
  return [rule];
}

/** Whether every request that does what one demands does what the other demands, too. */
export function implies(one: Demand, other: Demand): boolean {
  const holdsAsOften = [...one.when].every(([name, value]) => other.when.get(name) === value);
  return one.at === other.at && holdsAsOften && isAsStrict(one.rule, other.rule);
}

function isAsStrict(one: DocumentRule, other: DocumentRule): boolean {
  if ('uniqueBy' in one && 'uniqueBy' in other) {
    // Items that differ in some of the members differ in all of them. Whole items are compared in another way.
    const isWider =
      one.uniqueBy.length === 0
        ? other.uniqueBy.length === 0
        : one.uniqueBy.every((name) => other.uniqueBy.includes(name));
    return isWider && (one.trim === true || other.trim !== true);
  }
  if ('exactlyOneOf' in one && 'exactlyOneOf' in other) return haveSame(one.exactlyOneOf, other.exactlyOneOf);
  if ('requires' in one && 'requires' in other) return haveSame(one.requires, other.requires);
  if ('forbids' in one && 'forbids' in other) return haveSame(one.forbids, other.forbids);
  return 'notWithin' in one && 'notWithin' in other && covers(one.notWithin, other.notWithin);
}

const haveSame = (names: readonly string[], others: readonly string[]) =>
  names.length === others.length && names.every((name) => others.includes(name));

/** Whether a range of IPv4 addresses holds all of another. */
function covers(range: string, other: string): boolean {
  const [address, bits] = partsOf(range);
  const [otherAddress, otherBits] = partsOf(other);
  const list = new BlockList();
  list.addSubnet(address, bits);
  return bits <= otherBits && list.check(otherAddress);
}

function partsOf(range: string): [address: string, bits: number] {
  const [address = '', bits] = range.split('/');
  if (!isIPv4(address)) throw new Error(`"${range}" is no range of IPv4 addresses`);
  return [address, Number(bits)];
}
