import { parameters } from '../generated/document-values.js';
import type { Column, SortQuery } from './column.js';

/** Has a column sort a list by one of the API's keys, and show whether it is sorted so at present. */
export function sortedBy(
  key: NonNullable<SortQuery['sort_key']>,
  list: 'listEndpointService' | 'listEndpoints',
  query: Pick<SortQuery, 'sort_key' | 'sort_dir'>,
): Pick<Column<never>, 'sort'> {
  const { sort_key, sort_dir } = parameters[list];
  const isSorted = (query.sort_key ?? sort_key.default) === key;
  return { sort: { key, direction: isSorted ? (query.sort_dir ?? sort_dir.default) : undefined } };
}
