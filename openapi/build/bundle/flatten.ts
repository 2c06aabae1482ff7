interface Schema {
  $ref?: string;
  allOf?: Schema[];
  required?: string[];
  properties?: Record<string, unknown>;
}

/** The part of a bundled document that is flattened. */
export interface FlattenedDocument {
  components: { schemas: Record<string, Schema> };
}

/**
 * Puts the parts of every `allOf` among the schemas together, and drops the parts that nothing else refers to.
 *
 * The tree says once what several results have in common. Those who read the bundle, or the types made from it, are better
 * served by one flat object for each.
 *
 * @throws Error when two parts have the same property, for then neither would be the whole truth.
 */
export function flatten(document: FlattenedDocument): FlattenedDocument {
  const { schemas } = document.components;
  const parts = new Set<string>();

  function flat(name: string, { allOf, ...rest }: Schema): Schema {
    if (allOf === undefined) return rest;
    const members = allOf.map((part) => {
      const referred = part.$ref?.split('/').at(-1);
      if (referred === undefined) return part;
      parts.add(referred);
      return flat(referred, schemas[referred] ?? {});
    });
    const properties = members.flatMap((member) => Object.entries(member.properties ?? {}));
    const names = properties.map(([property]) => property);
    const twice = names.find((property, index) => names.indexOf(property) < index);
    if (twice !== undefined) throw new Error(`${name}: two parts of its allOf have the property ${twice}`);
    return {
      ...rest,
      required: members.flatMap((member) => member.required ?? []),
      properties: Object.fromEntries(properties),
    };
  }

  const flattened = Object.entries(schemas).map(([name, schema]) => [name, flat(name, schema)] as const);
  const text = JSON.stringify([{ ...document, components: { ...document.components, schemas: {} } }, flattened]);
  const isUsed = (name: string) => !parts.has(name) || text.includes(`"#/components/schemas/${name}"`);
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(flattened.filter(([name]) => isUsed(name))) },
  };
}
