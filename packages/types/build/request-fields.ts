import {
  type Document,
  fieldAnchor,
  locate,
  operationAddress,
  operationsOf,
  pointerTo,
  type Schema,
} from '@vpcep/openapi/reader';

/**
 * Where the reference has the fields of requests, by the pointers of where the document has them. Operations share schemas
 * and parameters: the first of those that are sent a field counts.
 */
export function requestFields(document: Document): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { operationId, parameters, requestBody } of operationsOf(document)) {
    const page = operationAddress(operationId);
    for (const { pointer, in: place, name } of parameters) {
      if (place === 'query') keep(pointer, `${page}#${fieldAnchor({ in: place, path: [name] })}`);
    }
    if (requestBody?.json !== undefined) visit(page, requestBody.json.schema, requestBody.json.pointer, []);
  }
  return pages;

  function visit(page: string, schema: Schema, written: string, within: readonly string[]): void {
    const { value, pointer } = locate<Schema>(document, schema, written);
    for (const [name, property] of Object.entries(value.properties ?? {})) {
      const place = pointerTo(pointer, 'properties', name);
      const path = [...within, name];
      keep(place, `${page}#${fieldAnchor({ in: 'body', path })}`);
      visit(page, property, place, path);
    }
    if (value.items !== undefined) visit(page, value.items, pointerTo(pointer, 'items'), within);
  }

  function keep(pointer: string, page: string): void {
    if (!pages.has(pointer)) pages.set(pointer, page);
  }
}
