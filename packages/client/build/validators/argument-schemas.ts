/** A JSON Schema, as far as it is looked into here. */
export type Schema = Record<string, unknown>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
type Reference<T> = T | { $ref: string };

interface Operation {
  operationId: string;
  parameters?: Reference<Parameter>[];
  requestBody?: { required?: boolean; content: { 'application/json': { schema: Schema } } };
}

/** What is read of the bundled document. */
export interface Document {
  paths: Record<string, Record<string, unknown>>;
  components: { parameters: Record<string, Parameter>; schemas: Record<string, Schema> };
}

/** Where the document's schemas are found by those that refer to them. */
export const documentId = 'document';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The client fills in the project, so that a call need not name it. */
const filledIn = 'project_id';

/** The schemas of what the methods take. */
export interface ArgumentSchemas {
  /** By the operation, the schema of its arguments. */
  readonly operations: Readonly<Record<string, Schema>>;
  /** By the name that the operations refer to it with, the schema of a path or query, which many operations share. */
  readonly parameters: Readonly<Record<string, Schema>>;
}

/** One schema for each operation: that of the arguments of its method. */
export function argumentSchemas(document: Document): ArgumentSchemas {
  const shared = new Map<string, string>();
  const share = (schema: Schema): Schema => {
    const text = JSON.stringify(schema);
    const name = shared.get(text) ?? `parameters${shared.size}`;
    shared.set(text, name);
    return { $ref: name };
  };
  const operations = Object.values(document.paths).flatMap((item) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = item[method] as Operation;
        const ofItem = (item['parameters'] ?? []) as Reference<Parameter>[];
        const parameters = [...ofItem, ...(operation.parameters ?? [])].map((parameter) =>
          resolve(document, parameter),
        );
        return [operation.operationId, argumentSchema(operation, parameters, share)] as const;
      }),
  );
  return {
    operations: Object.fromEntries(operations),
    parameters: Object.fromEntries([...shared].map(([text, name]) => [name, JSON.parse(text) as Schema])),
  };
}

function resolve(document: Document, parameter: Reference<Parameter>): Parameter {
  if (!('$ref' in parameter)) return parameter;
  const found = document.components.parameters[parameter.$ref.replace('#/components/parameters/', '')];
  if (found === undefined) throw new Error(`the document has no ${parameter.$ref}`);
  return found;
}

function argumentSchema(
  { requestBody }: Operation,
  parameters: Parameter[],
  share: (schema: Schema) => Schema,
): Schema {
  const body = requestBody?.content['application/json'].schema;
  return {
    type: 'object',
    properties: {
      path: share(parameterSchema(parameters.filter((parameter) => parameter.in === 'path'))),
      query: share(parameterSchema(parameters.filter((parameter) => parameter.in === 'query'))),
      ...(body === undefined ? {} : { body: outOfPlace(body) }),
    },
    required: requestBody?.required ? ['body'] : [],
    additionalProperties: false,
  };
}

/** An object with these parameters as its properties, and no other. */
function parameterSchema(parameters: Parameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, outOfPlace(schema)])),
    required: parameters.filter(({ name, required }) => required && name !== filledIn).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** The schema with references that lead into the document from wherever it stands. */
function outOfPlace(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${documentId}#/`)) as Schema;
}
