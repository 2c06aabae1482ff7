import { isObject, type Place, type Origins, describePlace, DocumentProblem } from './origins.js';
import { maxDepth } from './parse-text.js';

/** How many values a file may have when those that YAML's aliases repeat are counted each time. */
const maxValues = 2_000_000;

/** A reference of a file: the object that has `$ref`, and where that stands. */
export interface Reference {
  readonly holder: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly place: Place;
  /** What holds the reference; undefined when it is the whole file. */
  readonly parent: Record<string, unknown> | undefined;
  readonly key: string;
}

/**
 * Goes through what was read of a file: notes where everything stands, and finds its references.
 *
 * @throws DocumentProblem when it is nested too deep, is too large once aliases are counted, or no JSON could say it.
 */
export function survey(root: unknown, source: string, origins: Origins): Reference[] {
  const references: Reference[] = [];
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const path: string[] = [];
  const fail = (rule: string): never => {
    throw new DocumentProblem(`${describePlace({ source, path: [...path] })} ${rule}`);
  };

  /** The number of values in a value. */
  function visit(value: unknown, parent: Record<string, unknown> | undefined, key: string): number {
    if (typeof value === 'number' && !Number.isFinite(value)) fail('is no number of JSON');
    if (!isObject(value)) return 1;
    const reference = '$ref' in value && !isObject(value['$ref']) ? value['$ref'] : undefined;
    if (reference !== undefined) {
      if (typeof reference !== 'string') return fail('has a $ref that is no text');
      const place = { source, path: [...path, '$ref'] };
      references.push({ holder: value, text: reference, place, parent, key });
    }
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) fail('holds itself by an alias; refer to it with $ref');
    if (path.length >= maxDepth) fail(`is nested more than ${maxDepth} deep`);
    origins.set(value, { source, path: [...path] });
    open.add(value);
    let size = 1;
    for (const [name, member] of Object.entries(value)) {
      path.push(name);
      if (name === '__proto__') fail('has a name that no member can have');
      size += visit(member, value, name);
      path.pop();
    }
    open.delete(value);
    sizes.set(value, size);
    if (size > maxValues) fail(`is larger than ${maxValues} values once its aliases are counted; repeat less`);
    return size;
  }

  visit(root, undefined, '');
  return references;
}
