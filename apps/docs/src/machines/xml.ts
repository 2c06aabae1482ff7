import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

/** A file in XML. A name that begins with `@` is an attribute, a list is several elements of the same name. */
export const xmlFile = (root: Record<string, object>): string =>
  builder.build({ '?xml': { '@version': '1.0', '@encoding': 'utf-8' }, ...root });
