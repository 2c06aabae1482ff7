import type { IHttpOperation } from '@stoplight/types';
import type { SchemaObject } from './schema-words.js';

/** What may have a schema in an operation. */
interface WithSchema {
  readonly schema?: object | undefined;
}

/** The schemas of an operation, and the name of each in messages. */
export function schemasOf(operation: IHttpOperation): { schema: SchemaObject; name: string }[] {
  const found: { schema: SchemaObject; name: string }[] = [];
  const add = (parts: readonly WithSchema[] | undefined, name: (part: number) => string) => {
    for (const [index, { schema }] of (parts ?? []).entries()) {
      if (schema === undefined) continue;
      const place = `${operation.method.toUpperCase()} ${operation.path}: the schema of ${name(index)}`;
      found.push({ schema: schema as SchemaObject, name: place });
    }
  };
  const { request = {}, responses } = operation;
  for (const kind of ['path', 'query', 'headers', 'cookie'] as const) {
    add(request[kind], (index) => `the parameter ${request[kind]?.[index]?.name ?? ''}`);
  }
  add(request.body?.contents, () => 'the request body');
  for (const { code, contents, headers } of responses) {
    add(contents, () => `the response ${code}`);
    add(headers, (index) => `the header ${headers?.[index]?.name ?? ''} of the response ${code}`);
  }
  return found;
}

/** A copy of an operation with other schemas. */
export function mapSchemas(operation: IHttpOperation, change: (schema: SchemaObject) => SchemaObject): IHttpOperation {
  const mapped = <Part extends WithSchema>(part: Part): Part =>
    part.schema === undefined ? part : { ...part, schema: change(part.schema as SchemaObject) };
  const { request, responses } = operation;
  const { path, query, headers, cookie, body } = request ?? {};
  return {
    ...operation,
    ...(request && {
      request: {
        ...request,
        ...(path && { path: path.map(mapped) }),
        ...(query && { query: query.map(mapped) }),
        ...(headers && { headers: headers.map(mapped) }),
        ...(cookie && { cookie: cookie.map(mapped) }),
        ...(body && { body: { ...body, ...(body.contents && { contents: body.contents.map(mapped) }) } }),
      },
    }),
    responses: responses.map((response) => ({
      ...response,
      ...(response.contents && { contents: response.contents.map(mapped) }),
      ...(response.headers && { headers: response.headers.map(mapped) }),
    })),
  };
}
