import type { Document } from '@vpcep/openapi/reader';
import { withoutAnnotations } from './annotations.js';

/** The names of the schemas that a later state of the document has otherwise, or that lead to one that it has otherwise. */
export function changedSchemas(first: Document, later: Document): Set<string> {
  const texts = Object.entries(later.components.schemas).map(
    ([name, schema]) => [name, JSON.stringify(withoutAnnotations(schema))] as const,
  );
  const changed = new Set(
    texts.flatMap(([name, text]) =>
      text === JSON.stringify(withoutAnnotations(first.components.schemas[name])) ? [] : [name],
    ),
  );
  const leadsToChanged = (text: string) =>
    [...text.matchAll(/"#\/components\/schemas\/([^"/]+)/g)].some(([, name = '']) => changed.has(name));
  let size: number;
  do {
    ({ size } = changed);
    for (const [name, text] of texts) if (leadsToChanged(text)) changed.add(name);
  } while (changed.size > size);
  return changed;
}
