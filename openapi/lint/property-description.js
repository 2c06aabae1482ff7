/**
 * Every property says what it is, itself or in the schema that it refers to. Redocly's `scalar-property-missing-example`
 * asks for the example.
 *
 * @returns {import('./rule.js').Visitor}
 */
export function propertyDescription() {
  return {
    SchemaProperties: {
      Schema(schema, { key, rawNode, location, report }) {
        // Beside a reference, it stands at the node alone.
        if (typeof schema === 'object' && !(rawNode.description ?? schema.description)?.trim())
          report({ message: `Property \`${String(key)}\` has no description.`, location: location.key() });
      },
    },
  };
}
