import type { operations } from '@vpcep/types';
import type { PageRequest } from '../store/table.js';

type ListQuery = NonNullable<operations['listEndpointService']['parameters']['query']>;

/** The parameters that have a default are there. */
type SortAndPage = { [Name in 'sort_key' | 'sort_dir' | 'limit']: NonNullable<ListQuery[Name]> } & Pick<
  ListQuery,
  'offset'
>;

/** What the lists of the store call what the API sorts by. */
const orders: Readonly<Record<SortAndPage['sort_key'], PageRequest['order']>> = {
  create_at: 'created',
  update_at: 'changed',
};

/** Reads the part of a query that sorts and pages. */
export function readPaging({ sort_key, sort_dir, limit, offset = 0 }: SortAndPage): PageRequest {
  return { order: orders[sort_key], descending: sort_dir === 'desc', limit, offset };
}

/** Whether a text has another in it, in upper or lower case. Without another, each has. */
export const contains = (text: string, part: string | undefined): boolean =>
  part === undefined || text.toLowerCase().includes(part.toLowerCase());
