import type { operations } from '@vpcep/types';
import type { SortOrder } from 'antd/es/table/interface';

type SortQuery = NonNullable<operations['listEndpointService']['parameters']['query']>;

/** How the column of a sort key is sorted at present. Without a sort key the API sorts by creation, the newest first. */
export function sortOrderOf(
  query: Pick<SortQuery, 'sort_key' | 'sort_dir'>,
  key: NonNullable<SortQuery['sort_key']>,
): SortOrder {
  if ((query.sort_key ?? 'create_at') !== key) return null;
  return query.sort_dir === 'asc' ? 'ascend' : 'descend';
}
