import {
  type Content,
  type DescribedOperation,
  type Document,
  type Header,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';

/** A field of a request or an answer: a parameter, a header, or what stands in a body. */
export interface Field {
  name: string;
  /** The fields that it is in, from the outside in. */
  within: string[];
  description: string;
  schema: Schema;
  /** What each item is, of a list. */
  items: Schema;
  /** The release that it came with, if it was not there from the start. */
  since?: string;
  deprecated: boolean;
}

/** The fields of an operation, in the document's order. */
export interface OperationFields {
  sent: Field[];
  received: Field[];
}

/** All fields that an operation is sent, and that it answers with. */
export function fieldsOf(
  document: Document,
  { parameters, requestBody, responses }: Pick<DescribedOperation, 'parameters' | 'requestBody' | 'responses'>,
): OperationFields {
  const inContent = (content: Content = {}): Field[] =>
    Object.values(content).flatMap(({ schema = {} }) => fieldsIn(document, schema));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  // What a caller chooses comes before what every call of the path has.
  const chosen = parameters.filter((parameter) => !inPath.includes(parameter));
  return {
    sent: [
      ...inContent(requestBody?.content),
      ...[...chosen, ...inPath].map((parameter) => besideBody(document, parameter.name, parameter)),
    ],
    received: responses.flatMap(({ response }) => [
      ...inContent(response.content),
      ...Object.entries(response.headers ?? {}).map(([name, header]) =>
        besideBody(document, name, resolve<Header>(document, header)),
      ),
    ]),
  };
}

function besideBody(document: Document, name: string, header: Header & { 'x-since'?: string }): Field {
  const { description, deprecated = false, 'x-since': since } = header;
  const field = fieldOf(document, name, header.schema ?? {}, []);
  return {
    ...field,
    description: description ?? field.description,
    deprecated: deprecated || field.deprecated,
    ...(since !== undefined && { since }),
  };
}

function fieldsIn(document: Document, given: Schema, within: string[] = []): Field[] {
  const { properties = {}, items } = resolve(document, given);
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      fieldOf(document, name, schema, within),
      ...fieldsIn(document, schema, [...within, name]),
    ]),
    ...(items === undefined ? [] : fieldsIn(document, items, within)),
  ];
}

function fieldOf(document: Document, name: string, given: Schema, within: string[]): Field {
  const schema = resolve(document, given);
  const { description = '', deprecated = false, 'x-since': since } = schema;
  return {
    name,
    within,
    description,
    schema,
    items: resolve(document, schema.items ?? {}),
    deprecated,
    ...(since !== undefined && { since }),
  };
}
