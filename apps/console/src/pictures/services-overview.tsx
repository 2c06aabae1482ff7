import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { ConnectionPage } from '@vpcep/types';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { Pager } from '../lists/pager.js';
import { usualLimitOf } from '../lists/paging.js';
import { useListQuery } from '../lists/use-list-query.js';
import { useAddress } from '../location/location.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { ownName } from '../resources/own-name.js';
import { PictureOrTable, useView, ViewBar } from './picture-or-table.js';
import { projectPicture } from './project-picture.js';
import { UnreadConnections } from './unread-connections.js';

/** Of how many services the connections are asked for: with the two lists, fewer than ten requests. */
const askedAtOnce = 7;

/** How long an answer is taken for what there is, so that coming back to the page does not ask for all of it again. */
const staleTime = 60_000;

/** The services of the project, page by page as their list has them, and who is connected to them. */
export function ServicesOverview() {
  const texts = useTexts();
  const words = texts.pictures;
  const { vpcep, keys } = useApi();
  const address = useAddress();
  const { query, isChecked, paging } = useListQuery('listEndpointService', []);
  const [view, setView] = useView();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.serviceList(query),
    queryFn: ({ signal }) => vpcep.listEndpointService({ query, signal }),
    enabled: isChecked,
    placeholderData: keepPreviousData,
    staleTime,
  });
  const services = data?.endpoint_services;
  // As the list of connections on the page of a service begins, so that what either has asked for serves both.
  const part = { limit: usualLimitOf('listServiceConnections'), offset: 0 };
  const { lists, failures, areRead, areFetching, readAgain, readFailed } = useQueries({
    queries: (services ?? []).slice(0, askedAtOnce).map(({ id }) => ({
      queryKey: keys.connections(id, part),
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ConnectionPage> => {
        // An odd service may tell no ID, and then nothing can be asked about it.
        if (id === '') return { connections: [], total_count: 0 };
        return vpcep.listServiceConnections({ path: { vpc_endpoint_service_id: id }, query: part, signal });
      },
      staleTime,
    })),
    combine: (answers) => ({
      lists: answers.map((answer) => answer.data),
      failures: answers.map((answer) => answer.error),
      // With success or not: what is known is shown without the rest.
      areRead: answers.every((answer) => answer.isFetched),
      areFetching: answers.some((answer) => answer.isFetching),
      readAgain: () => Promise.all(answers.map((answer) => answer.refetch())),
      readFailed: () => Promise.all(answers.filter(({ error }) => error !== null).map((answer) => answer.refetch())),
    }),
  });
  const picture = useMemo(
    () =>
      services !== undefined && areRead
        ? projectPicture(
            services.map((service, index) => ({ service, list: lists[index] })),
            texts,
            address,
          )
        : undefined,
    [services, areRead, lists, texts, address],
  );
  const read = () => {
    void refetch();
    void readAgain();
  };
  const unread = (services ?? []).flatMap((service, index) => {
    const failure = failures[index] ?? null;
    return failure === null ? [] : [{ name: ownName(service), error: failure }];
  });
  return (
    <section aria-label={words.services}>
      <h2>{words.services}</h2>
      {error !== null && <FailureAlert error={error} onRetry={read} />}
      {unread.length > 0 && <UnreadConnections services={unread} onRetry={() => void readFailed()} />}
      {data === undefined || picture === undefined ? (
        error === null && <Skeleton active title={false} />
      ) : data.endpoint_services.length === 0 && data.total_count === 0 ? (
        <p className="quiet">{words.noServices}</p>
      ) : (
        <>
          <ViewBar view={view} onView={setView} isFetching={isFetching || areFetching} onRefresh={read}>
            <span role="status" className="quiet">
              {words.shown(data.endpoint_services.length, data.total_count)}
            </span>
          </ViewBar>
          {data.endpoint_services.length > 0 && <PictureOrTable picture={picture} label={words.services} view={view} />}
          {data.endpoint_services.length > askedAtOnce && (
            <p className="quiet picture-note">{words.onlyCounted(data.endpoint_services.length - askedAtOnce)}</p>
          )}
          {data.total_count > paging.limit && (
            <Pager
              label={words.services}
              paging={{ ...paging, pageSizes: [paging.limit] }}
              last={Math.ceil(data.total_count / paging.limit)}
            />
          )}
        </>
      )}
    </section>
  );
}
