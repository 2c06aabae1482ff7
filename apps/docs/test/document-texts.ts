import { Marked } from 'marked';
import { parseHTML } from 'linkedom';

const textFields = new Set(['title', 'summary', 'description', 'x-message', 'x-displayName']);

/** Below these stand values of the API, and what the document has names of its own for. */
const isValue = (name: string, child: unknown) =>
  ['const', 'default', 'enum', 'example', 'value'].includes(name) ||
  name.startsWith('x-') ||
  (name === 'examples' && Array.isArray(child));

const namedMembers = new Set([
  'content',
  'examples',
  'headers',
  'parameters',
  'paths',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'securitySchemes',
  'variables',
]);

/** Every text in a part of a document that people read, as the blocks that pages have of it. */
export function* textsIn(part: unknown, named = false): Generator<string[]> {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, child] of Object.entries(part) as [string, unknown][]) {
    if (named || Array.isArray(part)) yield* textsIn(child);
    else if (textFields.has(name) && typeof child === 'string')
      yield name === 'description' ? blocksOf(child) : [bare(child)];
    else if (!isValue(name, child)) yield* textsIn(child, namedMembers.has(name));
  }
}

/** A text without blanks and capitals, which pages may set in their own way. */
export const bare = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

const known = new Map<string, string[]>();

/** The paragraphs, headings and entries of lists of a text in Markdown, as they can be found on a page. */
export function blocksOf(markdown: string): string[] {
  const before = known.get(markdown);
  if (before !== undefined) return before;
  const { document } = parseHTML(
    `<html><body>${new Marked({ async: false }).parse(markdown, { async: false })}</body></html>`,
  );
  const blocks = [...document.body.querySelectorAll('p, li, h1, h2, h3')].map(({ textContent }) => bare(textContent));
  known.set(markdown, blocks);
  return blocks;
}
