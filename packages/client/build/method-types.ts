import type { Translated } from '@vpcep/openapi/documents';
import {
  type DescribedOperation,
  type DescribedParameter,
  DocumentError,
  fieldAnchor,
  type JsonBody,
  operationAddress,
  required,
  resolve,
} from '@vpcep/openapi/reader';
import { seeReference, tsdocComment, tsdocText } from '@vpcep/openapi/tsdoc';
import { pagesOf } from './pages-of.js';

/** What the types of arguments say in words of their own. */
const words: Record<keyof Translated, { arguments: string; path: string; query: string }> = {
  en: { arguments: 'Arguments of', path: 'Values in the path.', query: 'Values of the query.' },
  'zh-CN': { arguments: '方法的参数：', path: '路径参数。', query: '查询参数。' },
};

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
export function argumentsInterface(
  document: object,
  operation: DescribedOperation,
  language: keyof Translated,
): string {
  const { operationId, parameters, requestBody } = operation;
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
  const own = words[language];
  const documented = `operations['${operationId}']['parameters']`;
  const members: string[] = [];
  if (path.length > 0) {
    const values = path.map((value) =>
      pathValue(operationId, value, `${documented}['path']['${value.name}']`, language),
    );
    members.push(`  /** ${own.path} */\n  path${member(path.every(mayBeLeftOut), `{\n${values.join('')}  }`)}`);
  }
  if (query.length > 0) {
    const type = `NonNullable<${documented}['query']>`;
    members.push(`  /** ${own.query} */\n  query${member(query.every(mayBeLeftOut), type)}`);
  }
  if (body !== undefined) {
    const { description } = resolve(document, requestBody?.json?.schema ?? {});
    const text = required(description, operation, 'description of its body');
    members.push(
      `${tsdocComment(tsdocText({ description: text }, language, operation), '  ')}  body${member(requestBody?.required !== true, body)}`,
    );
  }
  const about = `${own.arguments} {@link OperationMethods.${operationId} | ${operationId}}`;
  const head = tsdocComment([`${about}.`, '', ...pagesOf(operation, language)].join('\n'));
  const name = argumentsName(operation);
  // An interface without members would be one that linters refuse.
  return members.length === 0
    ? `${head}export type ${name} = CallOptions;\n`
    : `${head}export interface ${name} extends CallOptions {\n${members.join('')}}\n`;
}

/** A value in the path, with its text. */
function pathValue(
  operationId: string,
  parameter: DescribedParameter,
  type: string,
  language: keyof Translated,
): string {
  const { name, deprecated } = parameter;
  const description = required(parameter.description, parameter, 'description');
  const text = tsdocText({ description, deprecated }, language, parameter);
  const page = `${operationAddress(operationId)}#${fieldAnchor({ in: 'path', path: [name] })}`;
  const comment = tsdocComment(`${text}\n\n${seeReference(page, language)}`, '    ');
  return `${comment}    ${name}${member(mayBeLeftOut(parameter), type)}`;
}

/** What follows the name of a member. One that may be left out may also be undefined. */
const member = (isOptional: boolean, type: string): string =>
  isOptional ? `?: ${type} | undefined;\n` : `: ${type};\n`;

/** The project is the client's own, unless the call names another. */
const mayBeLeftOut = (parameter: DescribedParameter): boolean =>
  parameter.name === 'project_id' || parameter.required !== true;

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
