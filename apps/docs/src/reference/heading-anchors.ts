import { type Document, DocumentError } from '@vpcep/openapi/reader';

const headingsOf = (document: Document) =>
  [...(document.info.description ?? '').matchAll(/^##? +(.+?) *$/gm)].map(([, text = '']) => text);

/**
 * What the headings in a translated description are called in addresses: as in English, so that an address means the
 * same in every language.
 *
 * @throws when the translation has more or fewer headings.
 */
export function headingAnchors(document: Document, english: Document): Record<string, string> {
  const headings = headingsOf(document);
  const names = headingsOf(english);
  if (headings.length !== names.length) {
    throw new DocumentError(
      { pointer: '#/info/description' },
      `has ${names.length} headings in English, and ${headings.length} translated`,
    );
  }
  return Object.fromEntries(headings.map((heading, index) => [heading, names[index] ?? heading]));
}
