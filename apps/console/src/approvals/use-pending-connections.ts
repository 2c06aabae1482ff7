import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection, ListedEndpointService } from '@vpcep/types';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useApi } from '../api/api-context.js';
import { useIsVisible } from '../waiting/use-is-visible.js';
import { usePolling } from '../waiting/use-polling.js';
import { useReconnected } from '../waiting/use-reconnected.js';
import { KnownPending, waitingOf } from './known-pending.js';
import { pendingQuery, requestsForServices, servicesQuery } from './pending-query.js';
import { mostInMinute, RequestBudget } from './request-budget.js';

/** An endpoint that waits for the owner of a service. */
export interface PendingConnection {
  readonly service: ListedEndpointService;
  readonly connection: Connection;
}

/** What was found out this short a time ago is not asked again at once. */
const freshMs = 60_000;

/**
 * All that waits for a decision of the project, the oldest first, as far as it has been found. The API has no call for
 * that, so each service is asked, so many a minute; those first that need approval, or had something to approve.
 *
 * @param chosen ID of the service that alone is asked
 */
export function usePendingConnections(chosen: string | null) {
  const api = useApi();
  const queryClient = useQueryClient();
  const isVisible = useIsVisible();
  const [budget] = useState(() => new RequestBudget());
  const [error, setError] = useState<unknown>(null);
  const [isLooking, setIsLooking] = useState(true);
  const [readings, setReadings] = useState(0);
  const [wakes, setWakes] = useState(0);
  const round = useRef({ begun: Date.now() - freshMs });
  const { data, error: listError, refetch, dataUpdatedAt } = useQuery(servicesQuery(api, chosen));
  const store = useMemo(() => new KnownPending(queryClient, api), [queryClient, api]);
  const services = useMemo(
    () =>
      // One without an ID cannot be asked.
      data?.endpoint_services
        .filter(({ id }) => id !== '' && (chosen === null || id === chosen))
        .sort((a, b) => Number(b.approval_enabled) - Number(a.approval_enabled)) ?? [],
    [data, chosen],
  );

  const wake = useCallback(() => {
    setError(null);
    setWakes((count) => count + 1);
  }, []);

  useReconnected(wake);

  const subscribe = useCallback(
    (onChange: () => void) =>
      store.subscribe((isOutdated) => {
        onChange();
        // Something was decided, and whoever did it does not know what else is waiting there.
        if (isOutdated) wake();
      }),
    [store, wake],
  );
  const known = useSyncExternalStore(subscribe, store.current);

  // Each time that the list is read.
  const listRequests = data === undefined ? 0 : requestsForServices(data.total_count);
  useEffect(() => {
    budget.spend(listRequests);
  }, [budget, listRequests, dataUpdatedAt]);

  const read = useCallback(
    async (serviceId: string, offset: number) => {
      budget.spend();
      setReadings((count) => count + 1);
      try {
        await queryClient.query({ ...pendingQuery(api, serviceId, offset), staleTime: 0 });
      } finally {
        setReadings((count) => count - 1);
      }
    },
    [api, budget, queryClient],
  );

  useEffect(() => {
    if (data === undefined || !isVisible) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leaving = new AbortController();
    const { signal } = leaving;

    async function lookOn(): Promise<void> {
      const looked = services.map(({ id }) => ({ id, ...waitingOf(store.current().get(id), round.current.begun) }));
      const [changed, ...others] = looked.filter(({ isChanged }) => isChanged);
      const open = looked.filter((each) => each.next !== undefined);
      const next = changed ?? open.find(({ connections }) => connections.length > 0) ?? open[0];
      setIsLooking(next !== undefined);
      if (next?.next === undefined) return;
      // What the reader has brought about is not kept waiting, unless it is about very many.
      const isOfDecision = changed !== undefined && others.length < mostInMinute;
      const isAskedFor = isOfDecision || (chosen !== null && next.next === 0);
      const waitMs = isAskedFor ? 0 : budget.waitMs();
      if (waitMs > 0) {
        timer = setTimeout(() => void lookOn(), waitMs);
        return;
      }
      try {
        await read(next.id, next.next);
      } catch (failure) {
        if (!signal.aborted) setError(failure);
        return;
      }
      if (!signal.aborted) await lookOn();
    }
    void lookOn();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [budget, chosen, data, isVisible, read, services, store, wakes]);

  const lookAgain = async () => {
    round.current.begun = Date.now();
    await refetch();
    wake();
  };
  usePolling(lookAgain, !isLooking && error === null);

  const found = useMemo(() => findIn(known, services), [known, services]);
  return {
    /** Undefined until something is known. */
    pending: data && found.pending,
    /** How many wait beside these in the services that have been asked. */
    unread: found.unread,
    services,
    /** How many of the services have been asked. */
    looked: found.looked,
    readAt: found.readAt,
    listError,
    /** Why it looks no further. */
    error,
    isFetching: readings > 0,
    /** Looks on at once, as the reader asks for it. */
    lookOn: () => {
      budget.clear();
      wake();
    },
    /** Reads the rest of what waits in the services that have been asked, and gives all of it. */
    readRest: async () => {
      for (const { id } of services) {
        for (;;) {
          const { unread, next } = waitingOf(store.current().get(id), 0);
          if (unread === 0 || next === undefined) break;
          await read(id, next);
        }
      }
      return findIn(store.current(), services).pending;
    },
    /** Begins anew. */
    refresh: () => {
      budget.clear();
      void lookAgain();
    },
  };
}

/** What is known of these services. */
function findIn(known: ReturnType<KnownPending['current']>, services: readonly ListedEndpointService[]) {
  const pending: PendingConnection[] = [];
  let unread = 0;
  let looked = 0;
  let readAt = 0;
  for (const service of services) {
    const parts = known.get(service.id) ?? [];
    const waiting = waitingOf(parts, 0);
    pending.push(...waiting.connections.map((connection) => ({ service, connection })));
    unread += waiting.unread;
    looked += parts.length > 0 ? 1 : 0;
    readAt = Math.max(readAt, ...parts.map(({ dataUpdatedAt }) => dataUpdatedAt));
  }
  pending.sort((a, b) => (a.connection.created_at < b.connection.created_at ? -1 : 1));
  return { pending, unread, looked, readAt };
}
