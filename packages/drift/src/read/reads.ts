import { type DescribedOperation, type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';

/** What a call is sent besides the project, which the client knows. */
export interface CallArguments {
  path: Record<string, string>;
  query: Record<string, string>;
  body?: Record<string, unknown>;
}

/** A value that an earlier answer has to bring. */
export interface Sought {
  in: 'path' | 'query';
  name: string;
}

/** A call that changes nothing, in all the ways in which the document alone tells how to make it. */
export interface Read {
  operation: DescribedOperation;
  /** What is sent, but for what is sought. */
  given: CallArguments[];
  sought: Sought[];
}

/** The client fills it in. */
const project = 'project_id';

/** What a document has to read: lists first, and then what needs an ID that these bring. */
export function readsOf(document: Document): Read[] {
  return operationsOf(document)
    .filter(isRead)
    .flatMap((operation) => readsOfOne(document, operation))
    .sort((one, other) => one.sought.length - other.sought.length);
}

/** Whether a call changes nothing: `GET`, or the `POST` of a search, whose ID begins with the verb of those. */
const isRead = ({ method, operationId }: DescribedOperation): boolean =>
  method === 'get' || (method === 'post' && /^list[A-Z]/.test(operationId));

/** One for each way to say what the query has to say; none where the document does not tell what to send. */
function readsOfOne(document: Document, operation: DescribedOperation): Read[] {
  const needed = operation.parameters.filter((parameter) => parameter.required === true && parameter.name !== project);
  const enumerated = needed.flatMap(({ in: place, name, schema }) => {
    const values = textsOf(resolve<Schema>(document, schema).enum);
    return values.length === 0 ? [] : [{ place, name, values }];
  });
  const sought = needed
    .filter(({ name }) => !enumerated.some((parameter) => parameter.name === name))
    .map(({ in: place, name }) => ({ in: place === 'path' ? ('path' as const) : ('query' as const), name }));
  const bodies = bodiesOf(document, operation);
  if (bodies === undefined || needed.some(({ in: place }) => place !== 'path' && place !== 'query')) return [];
  const given = enumerated.reduce<CallArguments[]>(
    (all, { place, name, values }) =>
      all.flatMap((one) =>
        values.map((value) =>
          place === 'path'
            ? { ...one, path: { ...one.path, [name]: value } }
            : { ...one, query: { ...one.query, [name]: value } },
        ),
      ),
    bodies.map((body) => ({ path: {}, query: {}, ...(body !== undefined && { body }) })),
  );
  const alternatives = (operation.operation['x-rules'] ?? []).flatMap((rule) =>
    'exactlyOneOf' in rule ? [rule.exactlyOneOf] : [],
  );
  const queries = alternatives.reduce<string[][]>(
    (all, names) => all.flatMap((one) => names.map((name) => [...one, name])),
    [[]],
  );
  return queries.map((names) => ({
    operation,
    given,
    sought: [...sought, ...names.map((name) => ({ in: 'query' as const, name }))],
  }));
}

/** The least that a body has to hold, in each way; undefined when the document does not tell what. */
function bodiesOf(
  document: Document,
  { requestBody }: DescribedOperation,
): (Record<string, unknown> | undefined)[] | undefined {
  if (requestBody?.required !== true) return [undefined];
  if (requestBody.json === undefined) return undefined;
  const { properties = {}, required = [] } = resolve<Schema>(document, requestBody.json.schema);
  let bodies: Record<string, unknown>[] = [{}];
  for (const name of required) {
    const schema = properties[name];
    const values = schema === undefined ? [] : textsOf(resolve<Schema>(document, schema).enum);
    bodies = bodies.flatMap((body) => values.map((value) => ({ ...body, [name]: value })));
  }
  return bodies.length === 0 ? undefined : bodies;
}

const textsOf = (values: unknown[] = []): string[] => values.filter((value) => typeof value === 'string');
