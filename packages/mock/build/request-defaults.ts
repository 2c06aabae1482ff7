import { type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';

/** The defaults of the members of every schema that requests consist of, by the schema's name. */
export function requestDefaults(document: Document): Record<string, Record<string, unknown>> {
  const defaults = new Map<string, Record<string, unknown>>();

  function visit(schema: Schema): void {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined && defaults.has(name)) return;
    const { properties = {}, items } = resolve<Schema>(document, schema);
    if (name !== undefined) {
      const own = Object.entries(properties).flatMap(([member, property]) => {
        const fallback = resolve<Schema>(document, property).default;
        return fallback === undefined ? [] : [[member, fallback]];
      });
      defaults.set(name, Object.fromEntries(own) as Record<string, unknown>);
    }
    for (const property of Object.values(properties)) visit(property);
    if (items !== undefined) visit(items);
  }

  for (const { requestBody } of operationsOf(document)) if (requestBody?.json) visit(requestBody.json.schema);
  return Object.fromEntries([...defaults].filter(([, own]) => Object.keys(own).length > 0));
}
