import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { Pager } from '../lists/pager.js';
import { usePaging } from '../lists/use-paging.js';
import { useAddress } from '../location/location.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { PictureOrTable, useView, ViewBar } from './picture-or-table.js';
import { usesPicture } from './uses-picture.js';

/** The services that the project uses, by its own endpoints, page by page as their list has them. */
export function UsesOverview() {
  const texts = useTexts();
  const words = texts.pictures;
  const { vpcep, keys } = useApi();
  const address = useAddress();
  const { query, paging } = usePaging('listEndpoints');
  const [view, setView] = useView();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.endpointList(query),
    queryFn: ({ signal }) => vpcep.listEndpoints({ query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const picture = useMemo(() => data && usesPicture(data.endpoints, texts, address), [data, texts, address]);
  const read = () => void refetch();
  return (
    <section aria-label={words.uses}>
      <h2>{words.uses}</h2>
      {error !== null && <FailureAlert error={error} onRetry={read} />}
      {data === undefined || picture === undefined ? (
        error === null && <Skeleton active title={false} />
      ) : data.endpoints.length === 0 && data.total_count === 0 ? (
        <p className="quiet">{words.noUses}</p>
      ) : (
        <>
          <ViewBar view={view} onView={setView} isFetching={isFetching} onRefresh={read}>
            <span role="status" className="quiet">
              {words.shown(data.endpoints.length, data.total_count)}
            </span>
          </ViewBar>
          <PictureOrTable picture={picture} label={words.uses} view={view} />
          {data.total_count > paging.limit && (
            <Pager
              label={words.uses}
              paging={{ ...paging, pageSizes: [paging.limit] }}
              last={Math.ceil(data.total_count / paging.limit)}
            />
          )}
        </>
      )}
    </section>
  );
}
