import { parameters } from '../generated/document-values.js';

/** A list of the API that comes in pages. */
export type PagedList = keyof typeof parameters;

/** Where a list is at, and how it gets elsewhere. */
export interface Paging {
  readonly page: number;
  readonly limit: number;
  /** How many rows a page can have, the fewest first. */
  readonly pageSizes: readonly number[];
  readonly goTo: (page: number, limit: number) => void;
}

/** How many rows a page has unless the reader says otherwise: as many as the API returns unless it is told otherwise. */
export const usualLimitOf = (list: PagedList): number => parameters[list].limit.default;

/** How many rows a reader can have on a page: the usual number and some times that, as far as the API goes. */
export const pageSizesOf = (list: PagedList): number[] =>
  [1, 2, 5, 10].map((times) => times * usualLimitOf(list)).filter((size) => size <= parameters[list].limit.maximum);

/** The number of a page or of rows that an address, or somebody who types, says; undefined where it can be none. */
export const positive = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

/** The query that fetches all rows of a list at the fewest calls. */
export const queryOfAll = <Query extends object>(
  list: PagedList,
  query: Query,
): Query & { limit: number; offset: number } => ({
  ...query,
  limit: parameters[list].limit.maximum,
  offset: 0,
});

/** All rows of a list, whatever page they are on. */
export async function allRows<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
