import { inject } from 'vitest';
import { document } from '../src/documents.js';
import { type Method, operationsOf, required, type Schema } from '../src/reader.js';

/** The bundle as it is published. */
export const bundle = document;

/** The bundle with every reference replaced by what it refers to, by Redocly. */
export const dereferenced = inject('dereferenced');

/** The same as of August 2026. */
export const dereferencedLater = inject('dereferencedLater');

/** The schema of an object, which has properties even where it lists none. */
export function objectSchema(schema: Schema): Schema & { properties: Record<string, Schema>; required: string[] } {
  return { ...schema, properties: schema.properties ?? {}, required: schema.required ?? [] };
}

export const createPath = '/v1/{project_id}/vpc-endpoint-services';
export const detailsPath = '/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}';

/** Every operation of the dereferenced document. */
export const operations = operationsOf(dereferenced);

/** An operation of the dereferenced document. */
export function described(path: string, method: Method) {
  const found = operations.find((operation) => operation.path === path && operation.method === method);
  if (found === undefined) throw new Error(`the document has no operation ${method} ${path}`);
  return found;
}

/** The JSON schema of what an operation takes. */
export const requestSchema = (path: string): Schema =>
  required(described(path, 'post').requestBody?.json, { pointer: path }, 'body').schema;

/** The JSON schema of what an operation answers with status 200. */
export const responseSchema = (path: string, method: Method): Schema =>
  required(
    described(path, method).responses.find(({ status }) => status === '200')?.json,
    { pointer: path },
    'answer with status 200',
  ).schema;
