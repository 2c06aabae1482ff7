import { type DescribedParameter, type Document, operationsOf, type Schema } from '@vpcep/openapi/reader';

/** Where the document's schemas are found by those that refer to them. */
export const documentId = 'document';

/** The client fills in the project, so that a call need not name it. */
const filledIn = 'project_id';

/** The schema of the arguments of an operation. */
export interface ArgumentSchema extends Schema {
  readonly required: string[];
}

/** The schemas of what the methods take. */
export interface ArgumentSchemas {
  /** By the operation, the schema of its arguments. */
  readonly operations: Readonly<Record<string, ArgumentSchema>>;
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
  const operations = operationsOf(document).map(({ operationId, parameters, requestBody }) => {
    const inPlace = (place: string) => share(parameterSchema(parameters.filter((parameter) => parameter.in === place)));
    const schema: ArgumentSchema = {
      type: 'object',
      properties: {
        path: inPlace('path'),
        query: inPlace('query'),
        ...(requestBody?.json === undefined ? {} : { body: outOfPlace(requestBody.json.schema) }),
      },
      required: requestBody?.required === true ? ['body'] : [],
      additionalProperties: false,
    };
    return [operationId, schema] as const;
  });
  return {
    operations: Object.fromEntries(operations),
    parameters: Object.fromEntries([...shared].map(([text, name]) => [name, JSON.parse(text) as Schema])),
  };
}

/** An object with these parameters as its properties, and no other. */
function parameterSchema(parameters: DescribedParameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, outOfPlace(schema)])),
    required: parameters.filter(({ required, name }) => required === true && name !== filledIn).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** The schema with references that lead into the document from wherever it stands. */
function outOfPlace(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${documentId}#/`)) as Schema;
}
