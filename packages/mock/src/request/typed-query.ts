/** A parameter of a query, and which type its schema has. */
export interface TypedParameter {
  readonly name: string;
  readonly schema?: { readonly type?: unknown } | undefined;
}

/** The values of a query in the types that the document gives them. */
export function typedQuery(
  parameters: readonly TypedParameter[],
  query: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, schema } of parameters) {
    const text = query[name];
    if (text !== undefined) values[name] = typed(schema?.type, text);
  }
  return values;
}

function typed(type: unknown, text: string): string | number | boolean {
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}
