import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A JSON Schema, as far as the document makes use of it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
}

/** A value of the path or the query. */
export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}

/** What the document says about an operation. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body?: Schema;
  examples: unknown[];
  responses: number[];
  codes: string[];
  needsCredentials: boolean;
}

interface Described {
  operationId: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: {
    content: { 'application/json': { schema: Schema; examples?: Record<string, { value?: unknown; $ref?: string }> } };
  };
  responses: Record<string, unknown>;
  security?: object[];
  'x-error-codes': string[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@vpcep/openapi/${name}`), 'utf8'));

export const document = read('openapi.json') as { paths: Record<string, Record<string, Described>> };

/** The status of every error of the service, by its code. */
export const statusOf = new Map(
  (read('errors.json') as { code: string; status: number }[]).map(({ code, status }) => [code, status]),
);

/** What a reference of the document leads to, or the thing itself. */
export function resolve<T>(thing: T | { $ref: string }): T {
  if (typeof thing !== 'object' || thing === null || !('$ref' in thing) || typeof thing.$ref !== 'string') {
    return thing as T;
  }
  let found: unknown = document;
  for (const name of thing.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[name];
  return resolve(found as T);
}

export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, described]): Operation[] => {
    if (!('operationId' in described)) return [];
    const content = described.requestBody?.content['application/json'];
    return [
      {
        id: described.operationId,
        method: method.toUpperCase(),
        path,
        parameters: [...(described.parameters ?? []), ...((item['parameters'] ?? []) as unknown as Parameter[])].map(
          (parameter) => resolve<Parameter>(parameter),
        ),
        ...(content === undefined ? {} : { body: content.schema }),
        examples: Object.values(content?.examples ?? {}).map((example) => resolve<{ value?: unknown }>(example).value),
        responses: Object.keys(described.responses).map(Number),
        codes: described['x-error-codes'],
        needsCredentials: described.security === undefined,
      },
    ];
  }),
);
