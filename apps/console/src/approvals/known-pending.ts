import type { QueryClient, QueryState } from '@tanstack/react-query';
import type { Connection, ConnectionPage } from '@vpcep/types';
import type { Api } from '../api/api-context.js';
import { pendingQuery } from './pending-query.js';

/** What is known of the connections of a service that wait, part by part. */
type Parts = readonly (QueryState<ConnectionPage> & { readonly data: ConnectionPage })[];

/** The same by the IDs of the services that have been asked. */
export type Known = ReadonlyMap<string, Parts>;

/**
 * What the cache holds of connections that wait, for `useSyncExternalStore`. There may be thousands of services: an observer
 * for each, or a look at each whenever one has answered, would keep the page from answering the reader.
 */
export class KnownPending {
  readonly #queryClient: QueryClient;
  readonly #api: Api;
  #known: Known;

  constructor(queryClient: QueryClient, api: Api) {
    this.#queryClient = queryClient;
    this.#api = api;
    this.#known = this.#readAll();
  }

  readonly current = (): Known => this.#known;

  /** @param listener is told of each change, and whether what is known became outdated by it */
  readonly subscribe = (listener: (isOutdated: boolean) => void): (() => void) => {
    this.#known = this.#readAll();
    return this.#queryClient.getQueryCache().subscribe((event) => {
      const id = this.#serviceOf(event.query.queryKey);
      if (id === undefined) return;
      this.#known = new Map(this.#known).set(id, this.#partsOf(id));
      listener(event.type === 'updated' && event.action.type === 'invalidate');
    });
  };

  #readAll(): Known {
    const cached = this.#queryClient.getQueryCache().findAll({ queryKey: this.#api.keys.services });
    const ids = new Set(cached.map(({ queryKey }) => this.#serviceOf(queryKey)));
    return new Map([...ids].flatMap((id) => (id === undefined ? [] : [[id, this.#partsOf(id)]])));
  }

  /** The service that a key is about the waiting connections of. */
  #serviceOf(queryKey: unknown): string | undefined {
    if (!Array.isArray(queryKey)) return undefined;
    const { keys } = this.#api;
    const id: unknown = queryKey[keys.services.length];
    if (typeof id !== 'string') return undefined;
    const isWaiting = keys
      .waiting(id, 0)
      .slice(0, -1)
      .every((part, at) => part === queryKey[at]);
    return isWaiting ? id : undefined;
  }

  #partsOf(id: string): Parts {
    const parts: Parts[number][] = [];
    for (let offset = 0; ;) {
      const state = this.#queryClient.getQueryState(pendingQuery(this.#api, id, offset).queryKey);
      if (state?.data === undefined) return parts;
      parts.push({ ...state, data: state.data });
      offset += state.data.connections.length;
      if (isLast(state.data, offset)) return parts;
    }
  }
}

/** Whether nothing follows a part, by what it ends with. That there are none is believed rather than a count. */
const isLast = ({ connections, total_count: total }: ConnectionPage, end: number): boolean =>
  connections.length === 0 || end >= total;

/** What the parts come to. */
export interface Waiting {
  readonly connections: readonly Connection[];
  /** How many wait beside these. */
  readonly unread: number;
  /** Where the next part begins that is to be read; undefined when there is none. */
  readonly next: number | undefined;
  /** Whether it is to be read as something was changed. */
  readonly isChanged: boolean;
}

/** @param begun what was read before that time is to be read again */
export function waitingOf(parts: Parts = [], begun: number): Waiting {
  const connections: Connection[] = [];
  const before = new Set<string>();
  let end = 0;
  let outdated: { from: number; isChanged: boolean } | undefined;
  for (const { data, isInvalidated, dataUpdatedAt } of parts) {
    if (isInvalidated || dataUpdatedAt < begun) outdated ??= { from: end, isChanged: isInvalidated };
    // Parts that were read at different times may overlap.
    connections.push(...data.connections.filter(({ id }) => !before.has(id)));
    for (const { id } of data.connections) before.add(id);
    end += data.connections.length;
  }
  const last = parts.at(-1)?.data;
  const isWhole = last !== undefined && isLast(last, end);
  return {
    connections,
    unread: last === undefined || isWhole ? 0 : last.total_count - end,
    next: outdated?.from ?? (isWhole ? undefined : end),
    isChanged: outdated?.isChanged === true,
  };
}
