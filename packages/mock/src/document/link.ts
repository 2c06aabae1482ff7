import { describePlace, isObject, type Origins } from './origins.js';
import type { Target } from './resolve-reference.js';
import type { Reference } from './survey.js';

/** How many references may lead to each other. */
const maxChain = 500;

/** A file that was read: what is in it, and its references with what they point to. */
export interface ReadFile {
  readonly content: unknown;
  readonly references: readonly (Reference & { readonly target: Target })[];
}

/**
 * Puts what is referred to in the place of each reference, in all files, and returns what the first file has become. What
 * refers to itself holds itself then. What stands beside a reference is added, and comes before what the target says.
 */
export function link(
  files: ReadonlyMap<string, ReadFile>,
  first: string,
  origins: Origins,
  problems: string[],
): unknown {
  const targets = new Map(
    [...files.values()].flatMap(({ references }) => references.map((one) => [one.holder as object, one] as const)),
  );
  const linked = new Map<object, unknown>();
  const open = new Set<object>();

  /** What stands at the end of a reference, and of those that it leads to. */
  function follow(value: unknown): unknown {
    const reference = isObject(value) ? targets.get(value) : undefined;
    if (reference === undefined) return value;
    const { holder, text, place, target } = reference;
    if (linked.has(holder)) return linked.get(holder);
    const fail = (rule: string) => {
      problems.push(`${describePlace(place)} ${rule}`);
      linked.set(holder, {});
      return {};
    };
    if (open.has(holder)) return fail(`refers to "${text}", which leads back to it`);
    if (open.size >= maxChain) return fail(`refers to "${text}", which leads through more than ${maxChain} references`);
    open.add(holder);
    let found: unknown = files.get(target.source)?.content;
    for (const segment of target.pointer) {
      const from = follow(found);
      found = isObject(from) && Object.hasOwn(from, segment) ? from[segment] : undefined;
    }
    found = follow(found);
    open.delete(holder);
    if (linked.has(holder)) return linked.get(holder);
    if (found === undefined) return fail(`refers to "${text}", where there is nothing`);
    const { $ref: _, ...beside } = holder;
    const extended = isObject(found) && !Array.isArray(found) && Object.keys(beside).length > 0;
    const result = extended ? { ...found, ...beside } : found;
    const origin = origins.get(holder);
    if (extended && origin !== undefined) origins.set(result as object, origin);
    linked.set(holder, result);
    return result;
  }

  for (const holder of targets.keys()) follow(holder);
  for (const { references } of files.values()) {
    for (const { holder, parent, key } of references) if (parent !== undefined) parent[key] = linked.get(holder);
  }
  // What was put together from a target and what stands beside its reference has references of both.
  for (const result of new Set(linked.values())) {
    if (!isObject(result)) continue;
    for (const [name, member] of Object.entries(result)) {
      if (isObject(member) && targets.has(member)) result[name] = linked.get(member);
    }
  }
  return follow(files.get(first)?.content);
}
