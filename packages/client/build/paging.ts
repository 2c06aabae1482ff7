import {
  type DescribedOperation,
  DocumentError,
  type JsonBody,
  required,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';
import { resultOf } from './method-types.js';

/** How a list is read page by page. */
export interface Paging {
  /** The member of the answer that holds the items. */
  items: string;
  /** The member that identifies an item. */
  id: string;
  /** Where `limit` and `offset` go: numbers in a query; in a body, texts of digits, as the tables have them. */
  in: 'query' | 'body';
  /** The largest `limit`. */
  maximum: number;
}

/**
 * How an operation's list is read page by page; undefined when it has no `limit` and `offset`.
 *
 * @throws DocumentError when it has them, and the document does not say the rest.
 */
export function pagingOf(document: object, operation: DescribedOperation): Paging | undefined {
  const { parameters, requestBody } = operation;
  const query = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const body = propertiesOf(document, requestBody?.json);
  const isPaged = (fields: object) => 'limit' in fields && 'offset' in fields;
  if (!isPaged(query) && !isPaged(body)) return undefined;

  const place = isPaged(query) ? 'query' : 'body';
  const { maximum } = resolve(document, { query, body }[place]['limit'] ?? {});
  const result = propertiesOf(document, resultOf(operation));
  const lists = Object.entries(result).filter(([, { type }]) => type === 'array');
  const [items, list] = lists[0] ?? [];
  const { required: always = [] } = resolve(document, list?.items ?? {});
  const id = ['id', 'resource_id'].find((name) => always.includes(name));
  if (items === undefined || lists.length > 1 || !id || maximum === undefined || !('total_count' in result)) {
    throw new DocumentError(operation, 'has limit and offset, but is no list that can be read page by page');
  }
  return { items, id, in: place, maximum };
}

/** The name of the type of what a list holds. */
export function pagedItem(document: object, operation: DescribedOperation, { items }: Paging): string {
  const list = propertiesOf(document, resultOf(operation))[items];
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(list?.items?.$ref ?? '') ?? [];
  return required(name, operation, `name for the schema of the items of its list, ${items}`);
}

function propertiesOf(document: object, body: JsonBody | undefined): Record<string, Schema> {
  return resolve(document, body?.schema ?? {}).properties ?? {};
}
