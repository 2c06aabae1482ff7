import { useQuery } from '@tanstack/react-query';
import type { OperationArguments, PagedOperationId } from '@vpcep/client';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type PagedList, pageSizesOf, type Paging, positive, usualLimitOf } from './paging.js';

/** The query of a list's call. */
type Query<Id extends PagedOperationId> = OperationArguments<Id> extends { query?: infer Q } ? NonNullable<Q> : never;

interface ListQuery<Id extends PagedOperationId, More extends string> {
  /** What to call with. */
  readonly query: Query<Id>;
  /** Whether the query has been held against the checks, and may be sent. */
  readonly isChecked: boolean;
  readonly paging: Paging;
  /** Whether something else than paging and order is asked for. */
  readonly isFiltered: boolean;
  /** What the address says under a name that is not one of the call. */
  readonly inAddress: (name: More) => string | undefined;
  /** Changes the address. What is undefined or empty is left out of it; with other filters, the first page comes first. */
  readonly change: (next: Partial<Record<(keyof Query<Id> & string) | More, string | number | undefined>>) => void;
  readonly clearFilters: () => void;
}

/**
 * The query of a list, kept in the address of the page under the names that the API has, so that it can be shared and
 * gone back to. What the checks find wrong in an address is left out.
 *
 * @param filters the names of the call's own filters
 * @param more names of further filters that the page has in its address
 */
export function useListQuery<Id extends PagedOperationId & PagedList, More extends string = never>(
  operation: Id,
  filters: readonly (keyof Query<Id> & string)[],
  more: readonly More[] = [],
): ListQuery<Id, More> {
  const { search, write } = useAddressQuery();
  const given: Record<string, unknown> = {};
  for (const name of [...filters, 'sort_key', 'sort_dir']) {
    const value = search.get(name);
    if (value !== null && value !== '') given[name] = value;
  }
  const page = positive(search.get('page')) ?? 1;
  const usualLimit = usualLimitOf(operation);
  const limit = positive(search.get('limit')) ?? usualLimit;
  const query: Record<string, unknown> = { ...given, limit, offset: (page - 1) * limit };
  // The checks weigh as much as the rest of a list: they are loaded when an address says something to be checked.
  const isUsual = Object.keys(given).length === 0 && limit === usualLimit;
  const { data: checks } = useQuery({ ...checksQuery, enabled: !isUsual });
  for (const { path } of checks?.checkArguments(operation, { query }) ?? []) {
    const [part, name] = path;
    if (part === 'query' && typeof name === 'string') Reflect.deleteProperty(query, name);
  }
  return {
    // The checks have found nothing wrong with what is left.
    query: query as Query<Id>,
    isChecked: isUsual || checks !== undefined,
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
    isFiltered: filters.some((name) => name in query) || more.some((name) => search.has(name)),
    inAddress: (name) => search.get(name) ?? undefined,
    change: (next) => {
      write({ page: undefined, ...next });
    },
    clearFilters: () => {
      write({ page: undefined, ...Object.fromEntries([...filters, ...more].map((name) => [name, undefined])) });
    },
  };
}

const checksQuery = {
  queryKey: ['checks'],
  queryFn: () => import('@vpcep/client/checks'),
  staleTime: Infinity,
  throwOnError: true,
};

/** The query in the address of the page, and how to change members of it. What is undefined or empty is left out. */
function useAddressQuery() {
  const [search, setSearch] = useSearchParams();
  /** The address that is on its way: what is changed before it has arrived is changed in it, so that both hold. */
  const latest = useRef(search);
  /** Which members were changed last: whoever goes on with the same one, such as by typing, replaces that step. */
  const changed = useRef('');
  useEffect(() => {
    latest.current = search;
  }, [search]);
  function write(entries: Readonly<Record<string, string | number | undefined>>): void {
    const next = new URLSearchParams(latest.current);
    for (const [name, value] of Object.entries(entries)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, String(value));
    }
    if (next.toString() === latest.current.toString()) return;
    latest.current = next;
    const names = Object.keys(entries)
      .filter((name) => name !== 'page' && name !== 'limit')
      .join();
    const goesOn = names !== '' && names === changed.current;
    changed.current = names;
    setSearch(next, { replace: goesOn });
  }
  return { search, write };
}
