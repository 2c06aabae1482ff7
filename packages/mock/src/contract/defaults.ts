import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';

/** A copy of a value that has the defaults of its schema where members were left out, at every depth. */
export function withDefaults(schema: JSONSchema7Definition | undefined, value: unknown): unknown {
  if (typeof schema !== 'object' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const { items } = schema;
    return Array.isArray(items) ? value : value.map((item) => withDefaults(items, item));
  }
  const members: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (Object.hasOwn(members, name)) members[name] = withDefaults(property, members[name]);
    else if (hasDefault(property)) members[name] = structuredClone(property.default);
  }
  return members;
}

const hasDefault = (schema: JSONSchema7Definition): schema is JSONSchema7 =>
  typeof schema === 'object' && schema.default !== undefined;
