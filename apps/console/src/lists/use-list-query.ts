import type { OperationArguments, PagedOperationId } from '@vpcep/client';
import { checkArguments } from '@vpcep/client/checks';
import { useSearchParams } from 'react-router';
import { type PagedList, pageSizesOf, type Paging, usualLimitOf } from './paging.js';

/** The query of a list's call. */
type Query<Id extends PagedOperationId> = OperationArguments<Id> extends { query?: infer Q } ? NonNullable<Q> : never;

interface ListQuery<Id extends PagedOperationId> {
  /** What to call with. */
  readonly query: Query<Id>;
  readonly paging: Paging;
  /** Whether something else than paging and order is asked for. */
  readonly isFiltered: boolean;
  /** Changes the address. What is undefined or empty is left out of it; with other filters, the first page comes first. */
  readonly change: (next: Partial<Record<keyof Query<Id> & string, string | number | undefined>>) => void;
  readonly clearFilters: () => void;
}

/**
 * The query of a list, kept in the address of the page under the names that the API has, so that it can be shared and
 * gone back to. What the checks find wrong in an address is left out.
 */
export function useListQuery<Id extends PagedOperationId & PagedList>(
  operation: Id,
  filters: readonly (keyof Query<Id> & string)[],
): ListQuery<Id> {
  const [search, setSearch] = useSearchParams();
  const given: Record<string, unknown> = {};
  for (const name of [...filters, 'sort_key', 'sort_dir']) {
    const value = search.get(name);
    if (value !== null && value !== '') given[name] = value;
  }
  const page = positive(search.get('page')) ?? 1;
  const usualLimit = usualLimitOf(operation);
  const limit = positive(search.get('limit')) ?? usualLimit;
  const query: Record<string, unknown> = { ...given, limit, offset: (page - 1) * limit };
  for (const { path } of checkArguments(operation, { query })) {
    const [part, name] = path;
    if (part === 'query' && typeof name === 'string') Reflect.deleteProperty(query, name);
  }

  function write(entries: Record<string, string | number | undefined>): void {
    setSearch((current) => {
      const next = new URLSearchParams(current);
      for (const [name, value] of Object.entries(entries)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, String(value));
      }
      return next;
    });
  }
  return {
    // The checks have found nothing wrong with what is left.
    query: query as Query<Id>,
    paging: {
      page,
      limit,
      pageSizes: pageSizesOf(operation),
      goTo: (nextPage, nextLimit) => {
        write({
          page: nextPage === 1 || nextLimit !== limit ? undefined : nextPage,
          limit: nextLimit === usualLimit ? undefined : nextLimit,
        });
      },
    },
    isFiltered: filters.some((name) => name in query),
    change: (next) => {
      write({ page: undefined, ...next });
    },
    clearFilters: () => {
      write({ page: undefined, ...Object.fromEntries(filters.map((name) => [name, undefined])) });
    },
  };
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
