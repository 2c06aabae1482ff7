import { createRequire } from 'node:module';
import type { OperationId } from '../../src/index.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: object;
  example?: unknown;
}
interface Operation {
  operationId: OperationId;
  parameters?: { $ref: string }[];
  requestBody?: {
    content: { 'application/json': { schema: { $ref: string }; examples: Record<string, { $ref: string }> } };
  };
}
interface Document {
  paths: Record<
    string,
    { parameters?: { $ref: string }[] } & Partial<Record<'get' | 'put' | 'post' | 'delete', Operation>>
  >;
  components: {
    schemas: Record<string, object>;
    parameters: Record<string, Parameter>;
    examples: Record<string, { value: Record<string, unknown> }>;
  };
}

/** What a call takes, as plain data. */
export interface Arguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body?: unknown;
}

/** An operation, with arguments that the document gives as examples. */
export interface DescribedOperation {
  id: OperationId;
  method: string;
  path: string;
  parameters: Parameter[];
  bodySchema: { $ref: string } | undefined;
  examples: Arguments[];
}

export const document = createRequire(import.meta.url)('@vpcep/openapi/openapi.json') as Document;
const last = (reference: string) => reference.split('/').at(-1) ?? '';

/** Every operation of the document. */
export const operations: DescribedOperation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  (['get', 'put', 'post', 'delete'] as const).flatMap((method) => {
    const operation = item[method];
    if (operation === undefined) return [];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap(
      ({ $ref }) => document.components.parameters[last($ref)] ?? [],
    );
    const valuesIn = (where: string) =>
      Object.fromEntries(parameters.filter((found) => found.in === where).map(({ name, example }) => [name, example]));
    const query = valuesIn('query');
    // These two exclude each other.
    if (operation.operationId === 'listServiceDescribeDetails') delete query['id'];
    const media = operation.requestBody?.content['application/json'];
    const bodies = Object.values(media?.examples ?? {}).map(
      ({ $ref }) => document.components.examples[last($ref)]?.value,
    );
    return [
      {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        bodySchema: media?.schema,
        examples: (bodies.length > 0 ? bodies : [undefined]).map((body) => ({
          path: valuesIn('path'),
          query,
          ...(body === undefined ? {} : { body }),
        })),
      },
    ];
  }),
);

/** The first example of an operation's arguments, to be changed at will. */
export function exampleOf(id: OperationId): Arguments & { body: Record<string, unknown> } {
  const found = operations.find((operation) => operation.id === id)?.examples[0];
  if (found === undefined) throw new Error(`no example of ${id}`);
  const { body = {}, ...rest } = structuredClone(found);
  return { ...rest, body: body as Record<string, unknown> };
}
