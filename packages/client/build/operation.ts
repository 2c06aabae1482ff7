/** What is read of a schema of the document. */
export interface Schema {
  $ref?: string;
  type?: string;
  pattern?: string;
  maximum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** A request or an answer, which may have a body. */
export interface WithContent {
  content?: { 'application/json'?: { schema: Schema } };
}

/** What is read of a parameter. */
export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}

/** What is read of an operation of the document. */
export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: WithContent;
  responses?: Record<string, WithContent>;
}

/** What a reference points to; anything else is itself. */
export function resolved<T extends { $ref?: string }>(document: object, part: T): T {
  if (part.$ref === undefined) return part;
  const target = part.$ref
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
  return target as T;
}
