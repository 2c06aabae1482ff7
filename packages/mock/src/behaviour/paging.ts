import type { PageRequest } from '../store/table.js';

/** Reads the part of a query that sorts and pages. The contract has checked that the values are allowed. */
export function readPaging(query: {
  readonly sort_key?: string;
  readonly sort_dir?: string;
  readonly limit?: string;
  readonly offset?: string;
}): PageRequest {
  return {
    order: query.sort_key === 'update_at' ? 'changed' : 'created',
    descending: query.sort_dir !== 'asc',
    limit: Number(query.limit ?? 10),
    offset: Number(query.offset ?? 0),
  };
}

/** Whether a text has another in it, in upper or lower case. Without another, each has. */
export const contains = (text: string, part: string | undefined): boolean =>
  part === undefined || text.toLowerCase().includes(part.toLowerCase());
