import {
  type DescribedOperation,
  type DescribedParameter,
  DocumentError,
  type JsonBody,
  resolve,
} from '@vpcep/openapi/reader';

/** The name of the type of an operation's arguments. */
export function argumentsName({ operationId }: DescribedOperation): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Arguments`;
}

/** Whether a call may be made without arguments. */
export function areOptional({ requestBody, parameters }: DescribedOperation): boolean {
  return requestBody === undefined && parameters.every(mayBeLeftOut);
}

/** What a call resolves with: the body of the response with status 200. */
export function resultOf({ responses }: DescribedOperation): JsonBody | undefined {
  return responses.find(({ status }) => status === '200')?.json;
}

/** The type of what a call resolves with. */
export function resultType(operation: DescribedOperation): string {
  return schemaName(operation, resultOf(operation)) ?? 'undefined';
}

/** The names of the document's types that an operation sends and receives. */
export function schemaNames(operation: DescribedOperation): string[] {
  return [bodyName(operation), schemaName(operation, resultOf(operation))].filter((name) => name !== undefined);
}

/**
 * The type of an operation's arguments. All that can be is written out: the compiler would work it out of the
 * document's types for everyone who uses a method, each time, and would show how instead of what it is.
 */
export function argumentsInterface(document: object, operation: DescribedOperation): string {
  const { operationId, parameters } = operation;
  const path = parameters.filter((parameter) => parameter.in === 'path');
  const query = parameters.filter((parameter) => parameter.in === 'query');
  for (const { name, schema, pointer } of query) {
    const { type } = resolve(document, schema);
    if (type !== 'string' && type !== 'integer') {
      throw new DocumentError(
        { operationId, pointer },
        `src/url/query.ts cannot write the query parameter ${name}, of type ${String(type)}`,
      );
    }
  }
  const body = bodyName(operation);
  const documented = `operations['${operationId}']['parameters']`;
  const members: string[] = [];
  if (path.length > 0) {
    const values = path.map((value) => `    ${value.name}${mark([value])}: ${documented}['path']['${value.name}'];\n`);
    members.push(`  path${mark(path)}: {\n${values.join('')}  };\n`);
  }
  if (query.length > 0) members.push(`  query${mark(query)}: NonNullable<${documented}['query']>;\n`);
  if (body !== undefined) members.push(`  body${operation.requestBody?.required === true ? '' : '?'}: ${body};\n`);
  const head = `/** Arguments of {@link OperationMethods.${operationId} | ${operationId}}. */\n`;
  const name = argumentsName(operation);
  // An interface without members would be one that linters refuse.
  return members.length === 0
    ? `${head}export type ${name} = CallOptions;\n`
    : `${head}export interface ${name} extends CallOptions {\n${members.join('')}}\n`;
}

/** The project is the client's own, unless the call names another. */
const mayBeLeftOut = ({ name, required }: DescribedParameter): boolean => name === 'project_id' || required !== true;

const mark = (parameters: DescribedParameter[]): string => (parameters.every(mayBeLeftOut) ? '?' : '');

function bodyName(operation: DescribedOperation): string | undefined {
  const { operationId, requestBody } = operation;
  if (requestBody !== undefined && requestBody.json === undefined) {
    throw new DocumentError({ operationId, pointer: requestBody.pointer }, 'is sent with a body that is no JSON');
  }
  return schemaName(operation, requestBody?.json);
}

/** The types of the document have the names of its schemas. */
function schemaName({ operationId }: DescribedOperation, body: JsonBody | undefined): string | undefined {
  if (body === undefined) return undefined;
  const { pointer, schema } = body;
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? '') ?? [];
  if (name === undefined) {
    throw new DocumentError(
      { operationId, pointer: `${pointer}/schema` },
      'has a body with a schema without a name: put it into components/schemas',
    );
  }
  return name;
}
