import {
  type Content,
  type DescribedOperation,
  type DescribedParameter,
  type Document,
  DocumentError,
  type FieldPlace,
  type Header,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';

/** A field of a request or an answer: a parameter, a header, or what stands in a body. */
export interface Field {
  name: string;
  /** The fields that it is in, from the outside in. */
  within: string[];
  /** Where its operation has it. */
  place: FieldPlace;
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
  const inContent = (content: Content = {}, status?: string): Field[] =>
    Object.values(content).flatMap(({ schema = {} }) => fieldsIn(document, schema, { status, in: 'body', path: [] }));
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  // What a caller chooses comes before what every call of the path has.
  const chosen = parameters.filter((parameter) => !inPath.includes(parameter));
  return {
    sent: [
      ...inContent(requestBody?.content),
      ...[...chosen, ...inPath].map((parameter) =>
        besideBody(document, parameter, { in: placeOf(parameter), path: [parameter.name] }),
      ),
    ],
    received: responses.flatMap(({ status, response }) => [
      ...inContent(response.content, status),
      ...Object.entries(response.headers ?? {}).map(([name, header]) =>
        besideBody(document, resolve<Header>(document, header), { status, in: 'header', path: [name] }),
      ),
    ]),
  };
}

const places = ['path', 'query', 'header', 'cookie'] as const;

function placeOf(parameter: DescribedParameter): FieldPlace['in'] {
  const place = places.find((known) => known === parameter.in);
  if (place === undefined)
    throw new DocumentError(parameter, `stands in ${parameter.in}, which is no place of a parameter`);
  return place;
}

function besideBody(document: Document, header: Header & { 'x-since'?: string }, place: FieldPlace): Field {
  const { description, deprecated = false, 'x-since': since } = header;
  const field = fieldOf(document, header.schema ?? {}, place);
  return {
    ...field,
    description: description ?? field.description,
    deprecated: deprecated || field.deprecated,
    ...(since !== undefined && { since }),
  };
}

function fieldsIn(document: Document, given: Schema, within: FieldPlace): Field[] {
  const { properties = {}, items } = resolve(document, given);
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => {
      const place = { ...within, path: [...within.path, name] };
      return [fieldOf(document, schema, place), ...fieldsIn(document, schema, place)];
    }),
    ...(items === undefined ? [] : fieldsIn(document, items, within)),
  ];
}

function fieldOf(document: Document, given: Schema, place: FieldPlace): Field {
  const schema = resolve(document, given);
  const { description = '', deprecated = false, 'x-since': since } = schema;
  return {
    name: place.path.at(-1) ?? '',
    within: place.path.slice(0, -1),
    place,
    description,
    schema,
    items: resolve(document, schema.items ?? {}),
    deprecated,
    ...(since !== undefined && { since }),
  };
}
