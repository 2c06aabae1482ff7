import type { operations } from '@vpcep/types';
import type { SortOrder } from 'antd/es/table/interface';
import { parameters } from '../generated/document-values.js';

type SortQuery = NonNullable<operations['listEndpointService' | 'listEndpoints']['parameters']['query']>;
export type SortDirection = NonNullable<SortQuery['sort_dir']>;

const orders: Readonly<Record<SortDirection, SortOrder>> = { asc: 'ascend', desc: 'descend' };

/** Has a column sort a list by one of the API's keys, and show whether it is sorted so at present. */
export function sortedBy(
  key: NonNullable<SortQuery['sort_key']>,
  list: 'listEndpointService' | 'listEndpoints',
  query: Pick<SortQuery, 'sort_key' | 'sort_dir'>,
) {
  const { sort_key, sort_dir } = parameters[list];
  const isSorted = (query.sort_key ?? sort_key.default) === key;
  return { key, sorter: true, sortOrder: isSorted ? orders[query.sort_dir ?? sort_dir.default] : null };
}
