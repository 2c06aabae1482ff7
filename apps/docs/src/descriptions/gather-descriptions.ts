import {
  type Content,
  type Document,
  methods,
  type Operation,
  type PathItem,
  type Reference,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';

/** What is described, and holds what is described too: a parameter, a header, a body, a response. */
interface Described {
  description?: string;
  schema?: Schema;
  content?: Content;
  headers?: Record<string, Described | Reference>;
}

/**
 * Has the description of each field say all that the document says of it: at the field, at the schema that it refers to,
 * and of the items of a list. Whatever shows the document shows one of them otherwise.
 *
 * @returns a copy of the document.
 */
export function gatherDescriptions(document: Document, language: Language): Document {
  const copy = structuredClone(document);
  const { eachItem } = textsOf[language];

  const ofItem = ([first, ...more]: string[]) => (first === undefined ? [] : [eachItem(first), ...more]);

  function textsAt({ $ref, description, items }: Schema): string[] {
    const target = $ref === undefined ? [] : textsAt(resolve<Schema>(document, { $ref }));
    const own = distinct([description, ...target]);
    const ofItems = items === undefined ? [] : textsAt(items).filter((text) => !own.includes(text));
    return [...own, ...ofItem(ofItems)];
  }

  /**
   * @param above what has been said already where the schema stands.
   * @param besides what is said of the same field elsewhere.
   */
  function gatherAt(schema: Schema, above = '', besides: string[] = []): void {
    const { items, properties = {} } = schema;
    const texts = distinct([...textsAt(schema), ...besides]);
    if (texts.length > 0) schema.description = texts.filter((text) => text !== above.trim()).join('\n\n');
    // What is a list or a single object has the same fields in either.
    const inItems = items === undefined ? {} : (resolve(document, items).properties ?? {});
    for (const [name, property] of Object.entries(properties)) {
      const own = textsAt(property);
      gatherAt(property, '', ofItem(textsAt(inItems[name] ?? {}).filter((text) => !own.includes(text))));
    }
    if (items !== undefined) gatherAt(items);
  }

  function gatherIn(described: Described | Reference): void {
    if ('$ref' in described) return;
    const { description, schema, content = {}, headers = {} } = described;
    if (schema !== undefined) {
      described.description = distinct([description, ...textsAt(schema)]).join('\n\n');
      gatherAt(schema);
    }
    for (const media of Object.values(content)) if (media.schema !== undefined) gatherAt(media.schema, description);
    Object.values(headers).forEach(gatherIn);
  }

  const gatherInAll = ({ parameters = [], requestBody, responses = {} }: PathItem & Operation) => {
    parameters.forEach(gatherIn);
    if (requestBody !== undefined) gatherIn(requestBody);
    Object.values(responses).forEach(gatherIn);
  };
  for (const item of Object.values(copy.paths)) {
    gatherInAll(item);
    for (const method of methods) if (item[method] !== undefined) gatherInAll(item[method]);
  }
  const { schemas, parameters = {}, requestBodies = {}, responses = {}, headers = {} } = copy.components;
  for (const schema of Object.values(schemas)) gatherAt(schema);
  for (const part of [parameters, requestBodies, responses, headers]) Object.values(part).forEach(gatherIn);
  return copy;
}

/** Texts that say a paragraph that has been said before, such as where to read more, say it no more. */
const distinct = (texts: (string | undefined)[]) => {
  const said = new Set<string>();
  return texts.flatMap((text = '') => {
    const paragraphs = text.trim().split(/\n{2,}/);
    const news = paragraphs.filter((paragraph) => paragraph !== '' && !said.has(paragraph));
    for (const paragraph of paragraphs) said.add(paragraph);
    return news.length === 0 ? [] : [news.join('\n\n')];
  });
};
