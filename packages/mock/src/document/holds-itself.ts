import { isObject } from './origins.js';

/** What is wrong with such a value, in words to follow its place. */
export const endlessValue = 'refers to what holds itself, so that it has no end; write out what is meant';

/** Makes what finds values that hold themselves, by references, so that no JSON could say them. Each is looked at once. */
export function createCircleCheck(): (value: unknown) => boolean {
  const ending = new WeakSet();
  const open = new Set<object>();
  return function holdsItself(value): boolean {
    if (!isObject(value) || ending.has(value)) return false;
    if (open.has(value)) return true;
    open.add(value);
    const isCircle = Object.values(value).some(holdsItself);
    open.delete(value);
    if (!isCircle) ending.add(value);
    return isCircle;
  };
}
