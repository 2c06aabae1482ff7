import {
  type DescribedOperation,
  type Document,
  DocumentError,
  operationsOf,
  type RequestBody,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import { requestConstraints } from './request-constraints.js';

/**
 * Says beside every field of a request what the document's rules and codes demand of it, as `x-constraints`.
 *
 * @returns a copy of the document. Where others refer to the same schema, the request has one of its own.
 * @throws DocumentError when a rule is about a field that the request does not have.
 */
export function addConstraints(document: Document, language: Language): Document {
  const copy = structuredClone(document);
  for (const described of operationsOf(copy)) {
    const constraints = requestConstraints(copy, described, language);
    if (constraints.length === 0) continue;
    const request = ownRequest(copy, described);
    for (const { place, constraint } of constraints) {
      const [part = '', ...way] = place.replaceAll('[]', '.[]').split('.');
      const whole = request.get(part);
      const found = whole === undefined ? [] : [...placesIn(copy, { schema: whole, field: undefined }, way)];
      if (found.length === 0) throw new DocumentError(described, `has a rule about ${place}, which it does not have`);
      for (const { schema, field } of found) {
        const { text, code } = constraint(schema);
        const said = { text: field === undefined || field === schema ? text : textsOf[language].eachItem(text), code };
        // The query and the body as a whole have no line in the reference.
        const shown = field ?? described.operation;
        shown['x-constraints'] = [...(shown['x-constraints'] ?? []), said];
      }
    }
  }
  return copy;
}

/** Gives an operation parameters and a body of its own. */
function ownRequest(
  document: Document,
  { operation, parameters, requestBody }: DescribedOperation,
): Map<string, Schema> {
  const own = parameters.map(({ pointer: _, ...parameter }) => structuredClone(parameter));
  operation.parameters = own;
  const query = own.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema] as const);
  const request = new Map<string, Schema>([['query', { properties: Object.fromEntries(query) }]]);
  if (operation.requestBody === undefined || requestBody?.json === undefined) return request;
  const body = structuredClone(resolve<RequestBody>(document, operation.requestBody));
  operation.requestBody = body;
  const schema = body.content['application/json']?.schema;
  return schema === undefined ? request : request.set('body', schema);
}

interface PlaceInRequest {
  schema: Schema;
  /** The field that has the schema, or that is a list of what has it; none for the query or the body as a whole. */
  field: Schema | undefined;
}

/** What stands at a place of a request: one schema, unless several parts of it say something of the same field. */
function* placesIn(
  document: Document,
  { schema, field }: PlaceInRequest,
  way: readonly string[],
): Generator<PlaceInRequest> {
  const [segment, ...rest] = way;
  becomeOwn(document, schema);
  if (segment === undefined) {
    yield { schema, field };
    return;
  }
  for (const part of schema.allOf ?? []) yield* placesIn(document, { schema: part, field }, way);
  if (segment === '[]') {
    if (schema.items !== undefined) yield* placesIn(document, { schema: schema.items, field }, rest);
  } else {
    const property = schema.properties?.[segment];
    if (property !== undefined) yield* placesIn(document, { schema: property, field: property }, rest);
  }
}

/** Puts a copy of what a schema refers to in its place, under the same name. */
function becomeOwn(document: Document, schema: Schema): void {
  const { $ref, ...beside } = schema;
  if ($ref === undefined) return;
  delete schema.$ref;
  const title = $ref.split('/').at(-1) ?? $ref;
  Object.assign(schema, { title }, structuredClone(resolve<Schema>(document, { $ref })), beside);
}
