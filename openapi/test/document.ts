import { readFileSync } from 'node:fs';
import { inject } from 'vitest';

/** The parts of a JSON Schema that the document uses. */
export interface Schema {
  type?: string;
  format?: string;
  description?: string;
  enum?: string[];
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  required?: string[];
  additionalProperties?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  examples?: unknown[];
  'x-since'?: string;
}
interface Media {
  schema: Schema;
  examples: Record<string, { summary: string; value: unknown }>;
}
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description: string;
  example: unknown;
  schema: Schema;
}
export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  requestBody?: { required: boolean; content: { 'application/json': Media } };
  responses: Record<string, { description: string; content?: { 'application/json': Media } }>;
  parameters?: Parameter[];
  'x-since'?: string;
  'x-error-codes'?: string[];
}
export type Method = 'get' | 'put' | 'post' | 'delete';
export interface OpenApiDocument {
  servers: { url: string; variables?: Record<string, { default: string; enum: string[] }> }[];
  paths: Record<string, { parameters?: Parameter[] } & Partial<Record<Method, Operation>>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { in: string; name: string }> };
}

/** The bundle as it is published. */
export const bundle = JSON.parse(
  readFileSync(new URL('../dist/openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

/** The bundle with every reference replaced by what it refers to, by Redocly. */
export const dereferenced = inject('dereferenced');

/** The schema of an object, which has properties even where it lists none. */
export function objectSchema(schema: Schema): Schema & { properties: Record<string, Schema>; required: string[] } {
  return { ...schema, properties: schema.properties ?? {}, required: schema.required ?? [] };
}

export const createPath = '/v1/{project_id}/vpc-endpoint-services';
export const detailsPath = '/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}';

/** An operation of the dereferenced document. */
export function operation(path: string, method: Method): Operation {
  const found = dereferenced.paths[path]?.[method];
  if (!found) throw new Error(`the document has no operation ${method} ${path}`);
  return found;
}

/** The JSON schema of what an operation takes. */
export function requestSchema(path: string): Schema {
  const schema = operation(path, 'post').requestBody?.content['application/json'].schema;
  if (!schema) throw new Error(`post ${path} has no body`);
  return schema;
}

/** The JSON schema of what an operation answers with status 200. */
export function responseSchema(path: string, method: Method): Schema {
  const schema = operation(path, method).responses['200']?.content?.['application/json'].schema;
  if (!schema) throw new Error(`${method} ${path} has no answer with status 200`);
  return schema;
}

/** Every operation of the dereferenced document, with its path and method. */
export const operations = Object.entries(dereferenced.paths).flatMap(([path, item]) =>
  (['get', 'put', 'post', 'delete'] as const).flatMap((method) => {
    const found = item[method];
    return found === undefined ? [] : [{ path, method, ...found }];
  }),
);
