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
  [1, 2, 5].map((times) => times * usualLimitOf(list)).filter((size) => size <= parameters[list].limit.maximum);
