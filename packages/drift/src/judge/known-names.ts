import type { Document } from '@vpcep/openapi/reader';

const known = new WeakMap<Document, ReadonlySet<string>>();

/** Whether any schema in the document has a member of a name. Another name may be a key that says something of somebody. */
export function isKnownName(document: Document): (name: string) => boolean {
  let names = known.get(document);
  if (names === undefined) {
    names = new Set(namesIn(document));
    known.set(document, names);
  }
  const all = names;
  return (name) => all.has(name);
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, member]) => [
    ...(name === 'properties' && typeof member === 'object' && member !== null ? Object.keys(member) : []),
    ...namesIn(member),
  ]);
}
