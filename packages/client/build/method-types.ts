import { resolved, type Operation, type Parameter, type WithContent } from './operation.js';

/** The name of the type of an operation's arguments. */
export function argumentsName({ operationId }: Operation): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Arguments`;
}

/** Whether a call may be made without arguments. */
export function areOptional(document: object, operation: Operation): boolean {
  return operation.requestBody === undefined && parametersOf(document, operation).every(mayBeLeftOut);
}

/** The type of what a call resolves with: the body of the answer with status 200. */
export function resultType({ responses }: Operation): string {
  return schemaName(responses?.['200']) ?? 'undefined';
}

/** The names of the document's types that an operation sends and receives. */
export function schemaNames({ requestBody, responses }: Operation): string[] {
  return [schemaName(requestBody), schemaName(responses?.['200'])].filter((name) => name !== undefined);
}

/**
 * The type of an operation's arguments. All that can be is written out: the compiler would work it out of the
 * document's types for everyone who uses a method, each time, and would show how instead of what it is.
 */
export function argumentsInterface(document: object, operation: Operation): string {
  const { operationId, requestBody } = operation;
  const parameters = parametersOf(document, operation);
  const path = parameters.filter((parameter) => parameter.in === 'path');
  const query = parameters.filter((parameter) => parameter.in === 'query');
  for (const { name, schema } of query) {
    const { type } = resolved(document, schema);
    if (type !== 'string' && type !== 'integer') {
      throw new Error(
        `${operationId}: src/url/query.ts cannot write the query parameter ${name}, of type ${String(type)}`,
      );
    }
  }
  const body = schemaName(requestBody);
  const documented = `operations['${operationId}']['parameters']`;
  const members: string[] = [];
  if (path.length > 0) {
    const values = path.map((value) => `    ${value.name}${mark([value])}: ${documented}['path']['${value.name}'];\n`);
    members.push(`  path${mark(path)}: {\n${values.join('')}  };\n`);
  }
  if (query.length > 0) members.push(`  query${mark(query)}: NonNullable<${documented}['query']>;\n`);
  if (body !== undefined) members.push(`  body: ${body};\n`);
  const head = `/** Arguments of {@link OperationMethods.${operationId} | ${operationId}}. */\n`;
  const name = argumentsName(operation);
  // An interface without members would be one that linters refuse.
  return members.length === 0
    ? `${head}export type ${name} = CallOptions;\n`
    : `${head}export interface ${name} extends CallOptions {\n${members.join('')}}\n`;
}

const parametersOf = (document: object, { parameters = [] }: Operation): Parameter[] =>
  parameters.map((parameter) => resolved(document, parameter));

/** The project is the client's own, unless the call names another. */
const mayBeLeftOut = ({ name, required }: Parameter): boolean => name === 'project_id' || required !== true;

const mark = (parameters: Parameter[]): string => (parameters.every(mayBeLeftOut) ? '?' : '');

/** The types of the document have the names of its schemas. */
function schemaName(part: WithContent | undefined): string | undefined {
  const schema = part?.content?.['application/json']?.schema;
  if (schema === undefined) return undefined;
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) throw new Error('a body has a schema without a name: put it into components/schemas');
  return name;
}
