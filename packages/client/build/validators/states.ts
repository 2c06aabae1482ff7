import { type Document, DocumentError, operationsOf, type Schema } from '@vpcep/openapi/reader';
import { withoutAnnotations } from './annotations.js';

/** The keyword of a schema that depends on the state of the API: it holds a schema for each later state, and for the tables. */
export const asOf = 'asOf';

/** Where the schema by tables 1 to 7 stands in it. */
export const tables = 'tables';

/**
 * The schemas of a document, of which those that later states have otherwise hold a schema for each state. All that leads to
 * them stays as it is, and need not be compiled again.
 *
 * @throws DocumentError when a later state has a parameter or body otherwise, rather than a schema that it refers to.
 */
export function schemasByState(
  document: Document,
  laterDocuments: Readonly<Record<string, Document>>,
): Record<string, Schema> {
  const schemas = mapped(document.components.schemas, withoutAnnotations);
  for (const [state, later] of Object.entries(laterDocuments)) {
    requireSameOperations(document, later, state);
    for (const [name, schema] of Object.entries(mapped(later.components.schemas, withoutAnnotations))) {
      const first = document.components.schemas[name];
      if (first === undefined) schemas[name] = schema;
      else if (JSON.stringify(withoutAnnotations(first)) !== JSON.stringify(schema)) {
        const states = (schemas[name] as { [asOf]?: object } | undefined)?.[asOf] ?? {
          [tables]: withoutAnnotations(first),
        };
        schemas[name] = { [asOf]: { ...states, [state]: schema } } as Schema;
      }
    }
  }
  return schemas;
}

function requireSameOperations(document: Document, later: Document, state: string): void {
  const laterOperations = new Map(
    operationsOf(later).map((described) => [described.operationId, argumentsOf(described)]),
  );
  for (const described of operationsOf(document)) {
    if (argumentsOf(described) === laterOperations.get(described.operationId)) continue;
    throw new DocumentError(described, `has other arguments as of ${state}; give what differs a schema of its own`);
  }
}

const argumentsOf = ({ parameters, requestBody }: ReturnType<typeof operationsOf>[number]): string =>
  JSON.stringify(withoutAnnotations([parameters.map(({ name, schema }) => [name, schema]), requestBody?.json?.schema]));

const mapped = <Given, Made>(
  members: Readonly<Record<string, Given>>,
  make: (member: Given) => Made,
): Record<string, Made> => Object.fromEntries(Object.entries(members).map(([name, member]) => [name, make(member)]));
