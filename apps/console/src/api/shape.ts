/**
 * What a value of an answer is made of: a text, a number, true or false, anything; a list of such; or an object with such
 * members, of which those whose name ends in `?` may be missing.
 */
export type Shape = 'text' | 'number' | 'flag' | 'any' | readonly [Shape] | { readonly [member: string]: Shape };

/** What an operation answers when all goes well. */
export interface ResponseShape {
  /** In capital letters. */
  readonly method: string;
  /** With the names of parameters in braces. */
  readonly path: string;
  readonly shape: Shape;
}

/**
 * Gives a value the shape that the document promises, so that a newer or odder service takes no page away, and leaves what
 * is in it to be seen: another kind of value becomes a text, a single one a list, and null is as if it were missing.
 * Members that nobody knows stay, and so does what has its shape. A text in the place of a number that says none stays,
 * too, for a number that nobody sent would be worse.
 */
export function inShape(shape: Shape, value: unknown): unknown {
  if (shape === 'any') return value;
  if (shape === 'text') return textOf(value);
  if (shape === 'number') return isNumeral(value) ? Number(value) : typeof value === 'number' ? value : textOf(value);
  if (shape === 'flag')
    return isFlagText(value) ? value === 'true' : typeof value === 'boolean' ? value : textOf(value);
  if (isList(shape)) return listOf(shape[0], value);
  return objectOf(shape, value);
}

function listOf(item: Shape, value: unknown): unknown[] {
  if (isMissing(value) || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map((each: unknown) => inShape(item, each));
}

function objectOf(members: Readonly<Record<string, Shape>>, value: unknown): object {
  const given: Record<string, unknown> = { ...(isObject(value) ? value : inFirstText(members, value)) };
  for (const [member, shape] of Object.entries(members)) {
    const name = member.replace(/\?$/, '');
    const own = given[name];
    // No number and no flag stands for one that is missing, but an empty text and an empty list do.
    const isLeftOut = member !== name || shape === 'number' || shape === 'flag';
    if (!isMissing(own) || !isLeftOut) given[name] = inShape(shape, own);
    else Reflect.deleteProperty(given, name);
  }
  // Nobody can look for what is on further pages by a count that is none.
  if ('total_count' in members && typeof given['total_count'] !== 'number') given['total_count'] = longestList(given);
  return given;
}

/** A text where an object is wanted is shown where the object would have its first text. */
function inFirstText(members: Readonly<Record<string, Shape>>, value: unknown): object {
  const [first] = Object.entries(members).find(([, shape]) => shape === 'text') ?? [];
  return first === undefined || isMissing(value) ? {} : { [first.replace(/\?$/, '')]: value };
}

const textOf = (value: unknown): string =>
  isMissing(value) ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const longestList = (object: object): number =>
  Math.max(0, ...Object.values(object).map((value: unknown) => (Array.isArray(value) ? value.length : 0)));

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumeral = (value: unknown): boolean => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
const isFlagText = (value: unknown): boolean => value === 'true' || value === 'false';
