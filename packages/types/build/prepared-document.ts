import type { Translated } from '@vpcep/openapi/documents';
import { type Document, type Operation, type Parameter, pointerTo, resolve, type Schema } from '@vpcep/openapi/reader';
import { linkDecisions, seeReference, tsdocText } from '@vpcep/openapi/tsdoc';
import { requestFields } from './request-fields.js';

/** A list of exactly so many values, or fewer, is written out. */
const longestTuple = 4;

/** What may be anything, and has no texts of the document in it. */
const values = new Set(['default', 'enum', 'const', 'example', 'examples', 'x-conditional-default', 'x-names']);

/** What has a text: descriptions of other things, such as of tags, go the same way, and end up nowhere. */
type Described = (Schema | Parameter | Operation) & { description: string };

/**
 * A copy of the document that openapi-typescript makes better types of: a field that is a reference has the text of what
 * it refers to, the texts are TSDoc and lead to the reference, a list of exactly one value is a tuple, and items of lists have what rules require.
 */
export function preparedDocument(document: Document, language: keyof Translated): Document {
  const copy = structuredClone(document);
  const pages = requestFields(document);
  prepare(copy, '#');
  for (const schema of Object.values(copy.components.schemas)) requireOfItems(copy, schema);
  return copy;

  function prepare(part: object, pointer: string): void {
    for (const [name, value] of Object.entries(part) as [string, unknown][]) {
      if (!isObject(value) || values.has(name)) continue;
      if (name === 'properties') prepareFields(value as Record<string, Schema>, pointerTo(pointer, name));
      else prepare(value, pointerTo(pointer, name));
    }
    if (isDescribed(part)) describe(part, pointer);
    if (isList(part)) writeOut(part);
  }

  function prepareFields(fields: Record<string, Schema>, pointer: string): void {
    for (const [name, schema] of Object.entries(fields)) {
      const { description, deprecated } = resolve<Schema>(document, schema);
      if (description !== undefined) schema.description = description;
      if (deprecated !== undefined) schema.deprecated = deprecated;
      prepare(schema, pointerTo(pointer, name));
    }
  }

  function describe(part: Described, pointer: string): void {
    const { description, deprecated } = part;
    // The summary of an operation stands before its description, which says why the operation is deprecated.
    const isOperation = 'operationId' in part;
    part.description = isOperation
      ? `${deprecated === true ? '@deprecated ' : ''}${linkDecisions(description, language)}`
      : [tsdocText(part, language, { pointer }), ...pagesAbout(pointer)].join('\n\n');
    delete part.deprecated;
  }

  function pagesAbout(pointer: string): string[] {
    const page = pages.get(pointer);
    return page === undefined ? [] : [seeReference(page, language)];
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isDescribed = (part: object): part is Described => 'description' in part && typeof part.description === 'string';
const isList = (part: object): part is Schema => 'type' in part && part.type === 'array';

function writeOut(list: Schema): void {
  const { items, minItems, maxItems } = list;
  if (items === undefined || minItems === undefined || minItems !== maxItems || minItems > longestTuple) return;
  Object.assign(list, { prefixItems: Array.from({ length: minItems }, () => items) });
  delete list.items;
}

/**
 * Has the items of a list hold what a rule requires of each: as no resource is ever given an item without it, none that is
 * read lacks it, and what was read can be sent again.
 */
function requireOfItems(document: Document, { items, 'x-rules': rules = [] }: Schema): void {
  if (items === undefined) return;
  const item = resolve<Schema>(document, items);
  for (const rule of rules) {
    if (!('requires' in rule) || rule.when !== undefined || rule.at?.join() !== '[]') continue;
    item.required = [...new Set([...(item.required ?? []), ...rule.requires])];
  }
}
