import { stringify } from 'yaml';
import type { Schema } from '../../src/reader.js';
import type { RequestSchema } from '../request-schemas.js';
import { type Demand, demandsOf, implies, nameOf } from './demands.js';
import type { OperationChange } from './operation-pairs.js';

/** What has become of the rules of one operation's requests, and of the codes that their breaches are answered with. */
export function ruleChanges(released: readonly RequestSchema[], present: readonly RequestSchema[]): OperationChange[] {
  const before = demandsOf(released);
  const after = demandsOf(present);
  const [old, current] = [released, present].map(
    (schemas) => new Map(schemas.map(({ place, schema }) => [nameOf(place), schema])),
  );
  const changed = after.flatMap((demand): Change[] => {
    const same = before.find((other) => isSame(other, demand));
    if (same !== undefined) {
      const message = `Results: a breach of the rule ${textOf(demand)} was answered with ${same.rule.code}`;
      return same.rule.code === demand.rule.code ? [] : [{ demand, message, breaks: true }];
    }
    const isKept = before.some((other) => implies(other, demand)) || !canBeBroken(demand, old, current);
    const looser = before.find((other) => implies(demand, other) && !after.some((kept) => isSame(kept, other)));
    const what = looser === undefined ? 'was added' : `was tightened from ${textOf(looser)}`;
    return isKept ? [] : [{ demand, message: `Requests: the rule ${textOf(demand)} ${what}`, breaks: true }];
  });
  const gone = before.flatMap((demand): Change[] => {
    if (after.some((other) => implies(other, demand))) return [];
    const looser = after.find((other) => implies(demand, other) && !before.some((old) => isSame(old, other)));
    const what = looser === undefined ? 'was removed' : `was loosened to ${textOf(looser)}`;
    return [{ demand: looser ?? demand, message: `Requests: the rule ${textOf(demand)} ${what}`, breaks: false }];
  });
  return together([...changed, ...gone]);
}

const isSame = (one: Demand, other: Demand) => implies(one, other) && implies(other, one);

interface Change {
  readonly demand: Demand;
  readonly message: string;
  readonly breaks: boolean;
}

/** What is alike at several places is said once. */
function together(changes: readonly Change[]): OperationChange[] {
  const keyOf = ({ demand, message }: Change) => `${demand.pointer} ${message}`;
  const alike = new Map(changes.map((change) => [keyOf(change), change]));
  return [...alike].map(([key, { demand, message, breaks }]) => {
    const group = changes.filter((change) => keyOf(change) === key);
    const places = group.map((change) => change.demand.from).filter((from) => from !== '');
    const at = places.length === 0 ? '' : `, at ${places.join(', ')}`;
    return { pointer: demand.pointer, message: `${message}${at}.`, breaks };
  });
}

type Schemas = ReadonlyMap<string, Schema> | undefined;

/** Whether a request by the released document can break the rule: a field or value that is new is in none of them. */
function canBeBroken({ rule, at, when }: Demand, released: Schemas, present: Schemas): boolean {
  if (!released?.has(at)) return false;
  if ('forbids' in rule && !rule.forbids.some((name) => released.has(`${at}.${name}`))) return false;
  return [...when].every(([name, value]) => {
    const member = released.get(name);
    if (member === undefined) return present?.get(name)?.default === value;
    return member.enum?.includes(value) ?? true;
  });
}

/** A rule as it stands in the document, on one line. */
const textOf = ({ rule }: Demand): string => stringify(rule, { collectionStyle: 'flow', lineWidth: 0 }).trim();
