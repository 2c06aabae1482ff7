import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Connection, ListedEndpointService } from '@vpcep/types';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useIsVisible } from '../waiting/use-is-visible.js';
import { usePolling } from '../waiting/use-polling.js';
import { pendingQuery, servicesQuery } from './pending-query.js';
import { RequestBudget } from './request-budget.js';

/** An endpoint that waits for the owner of a service. */
export interface PendingConnection {
  readonly service: ListedEndpointService;
  readonly connection: Connection;
}

/** Whether something is cached of the connections of a service. */
const isOfConnections = (queryKey: unknown): boolean => Array.isArray(queryKey) && queryKey.includes('connections');

/** What was found out this short a time ago is not asked again at once. */
const freshMs = 60_000;

/**
 * All that waits for a decision of the project, the oldest first, as far as it has been found. The API has no call for
 * that, so each service is asked, so many a minute; those first that need approval, or had something to approve.
 *
 * @param chosen ID of the service that is asked before all others
 */
export function usePendingConnections(chosen: string | null) {
  const api = useApi();
  const queryClient = useQueryClient();
  const isVisible = useIsVisible();
  const [budget] = useState(() => new RequestBudget());
  const [error, setError] = useState<unknown>(null);
  const [isLooking, setIsLooking] = useState(true);
  const [wakes, setWakes] = useState(0);
  const round = useRef({ begun: Date.now() - freshMs });
  const { data, error: listError, refetch } = useQuery(servicesQuery(api));

  const services = useMemo(
    () =>
      // One without an ID cannot be asked.
      data?.endpoint_services
        .filter(({ id }) => id !== '')
        .sort((a, b) => Number(b.approval_enabled) - Number(a.approval_enabled)) ?? [],
    [data],
  );
  const answers = useQueries({
    queries: services.map(({ id }) => ({ ...pendingQuery(api, id), enabled: false })),
  });

  const wake = useCallback(() => {
    setError(null);
    setWakes((count) => count + 1);
  }, []);

  useEffect(() => {
    budget.spend();
    return queryClient.getQueryCache().subscribe(({ type, query: { queryKey, state } }) => {
      // Something was decided, and whoever did it does not know what else is waiting there.
      if (type === 'updated' && isOfConnections(queryKey) && state.isInvalidated && state.fetchStatus === 'idle')
        wake();
    });
  }, [budget, queryClient, wake]);

  useEffect(() => {
    if (data === undefined || !isVisible) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const stateOf = ({ id }: ListedEndpointService) => queryClient.getQueryState(pendingQuery(api, id).queryKey);
    const isChanged = (service: ListedEndpointService) => stateOf(service)?.isInvalidated === true;
    const hasPending = (service: ListedEndpointService) => (stateOf(service)?.data?.connections.length ?? 0) > 0;

    async function lookOn(): Promise<void> {
      const changed = services.find(isChanged);
      const open = services.filter((service) => (stateOf(service)?.dataUpdatedAt ?? 0) < round.current.begun);
      const next = changed ?? open.find(({ id }) => id === chosen) ?? open.find(hasPending) ?? open[0];
      setIsLooking(next !== undefined);
      if (next === undefined) return;
      const waitMs = changed === undefined ? budget.waitMs() : 0;
      if (waitMs > 0) {
        timer = setTimeout(() => void lookOn(), waitMs);
        return;
      }
      budget.spend();
      try {
        await queryClient.query({ ...pendingQuery(api, next.id), staleTime: 0 });
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
  }, [api, budget, queryClient, data, services, chosen, isVisible, wakes]);

  const lookAgain = async () => {
    round.current.begun = Date.now();
    budget.spend();
    await refetch();
    wake();
  };
  usePolling(lookAgain, !isLooking && error === null);

  const found = services.flatMap((service, index) =>
    (answers[index]?.data?.connections ?? []).map((connection): PendingConnection => ({ service, connection })),
  );
  return {
    /** Undefined until something is known. */
    pending: data && found.sort((a, b) => (a.connection.created_at < b.connection.created_at ? -1 : 1)),
    services,
    /** How many of the services have been asked. */
    looked: answers.filter((answer) => answer.data !== undefined).length,
    readAt: Math.max(0, ...answers.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    listError,
    /** Why it looks no further. */
    error,
    isFetching: answers.some((answer) => answer.isFetching),
    /** Looks on at once, as the reader asks for it. */
    lookOn: () => {
      budget.clear();
      wake();
    },
    /** Begins anew. */
    refresh: () => {
      budget.clear();
      void lookAgain();
    },
  };
}
