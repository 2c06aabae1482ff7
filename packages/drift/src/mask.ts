/** How much of a text, and how many members of a list or an object, are shown. */
const longestText = 60;
const mostMembers = 8;
const deepest = 4;

/** A time as the API writes it in any of its ways. Nobody is known by it, and its form is what differs. */
const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * The shape of a value from an answer, and nothing else: letters are `x` and digits `0`, and where they are mixed, as in
 * IDs, all is `x`. What is neither is kept if it says how the text is made, such as the dots of an address.
 *
 * @param isKnown Whether the name of a member may be shown.
 */
export function mask(value: unknown, isKnown: (name: string) => boolean): string {
  const text = shape(value, isKnown, 0);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function shape(value: unknown, isKnown: (name: string) => boolean, depth: number): string {
  if (typeof value === 'string') return `"${maskText(value)}"`;
  if (typeof value === 'number') return String(value).replace(/\d/g, '0');
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item: unknown) => shape(item, isKnown, depth + 1))
    : Object.entries(value).map(([name, member]) => {
        const shown = isKnown(name) ? name : maskText(name);
        return depth < deepest ? `${shown}: ${shape(member, isKnown, depth + 1)}` : shown;
      });
  const shown = [...members.slice(0, mostMembers), ...(members.length > mostMembers ? ['…'] : [])].join(', ');
  return isList ? `[${shown}]` : `{${shown}}`;
}

/** The shape of a text. */
export function maskText(text: string): string {
  if (time.test(text)) return text.replace(/\d/g, '0');
  return text
    .slice(0, longestText)
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (run) => (/^\d+$/.test(run) ? '0' : 'x').repeat(run.length))
    .replace(/[^x0\-_.:/@,;+=*()[\]{}% ]/gu, '?');
}

/**
 * Whether a text is a word of the API, such as the name of a field or a value of a list, rather than a value that says
 * something of somebody: letters, lines between them, and at most two digits.
 */
export const isWord = (text: string): boolean => /^(?!(?:.*\d){3})[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(text);
