import { type DescribedOperation, type Document, DocumentError, operationsOf, pointerTo } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';

/** A region of the cloud. */
export interface Region {
  id: string;
  /** What readers call it, in every language. */
  names: Readonly<Record<Language, string>>;
  /** What calls of it go to. */
  host: string;
  /** The operations that only it and some others have. */
  operations: DescribedOperation[];
}

/** What the address of a server names a region by. */
export interface RegionVariable {
  /** The address, with the variable in it. */
  url: string;
  name: string;
  /** What the document says of it, in Markdown. */
  description: string;
}

/** The variables of the document's servers that are regions. */
export const regionVariablesOf = (document: Document): RegionVariable[] =>
  (document.servers ?? []).flatMap(({ url, variables = {} }) =>
    Object.entries(variables).flatMap(([name, { description = '', 'x-names': names }]) =>
      names === undefined ? [] : [{ url, name, description }],
    ),
  );

/**
 * The regions that the document's servers are in, in its order.
 *
 * @throws DocumentError when an operation is in a region that is none of them.
 */
export function regionsOf(document: Document): Region[] {
  const operations = operationsOf(document);
  const regions = (document.servers ?? []).flatMap(({ url, variables = {} }) =>
    Object.entries(variables).flatMap(([variable, { 'x-names': names = {} }]) =>
      Object.entries(names).map(([id, name]) => ({
        id,
        names: name,
        host: new URL(url.replace(`{${variable}}`, id)).host,
        operations: operations.filter(({ operation }) => operation['x-regions']?.includes(id)),
      })),
    ),
  );
  for (const { pointer, operation } of operations) {
    for (const id of operation['x-regions'] ?? []) {
      if (regions.some((region) => region.id === id)) continue;
      throw new DocumentError(
        { pointer: pointerTo(pointer, 'x-regions') },
        `names ${id}, which is no region of a server`,
      );
    }
  }
  return regions;
}
