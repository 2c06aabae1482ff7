import { useQuery } from '@tanstack/react-query';
import type { EndpointService } from '@vpcep/types';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useApi } from '../api/api-context.js';
import { useTexts } from '../language/language-context.js';
import { queryOfAll } from '../lists/paging.js';
import { useAddress } from '../location/location.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { PictureOrTable, useView, ViewBar } from './picture-or-table.js';
import { servicePicture } from './service-picture.js';

/** As many as the API gives in an answer: a picture of more says how many it leaves out. */
const query = queryOfAll('listServiceConnections', {});

/** Who is connected to a service, and what is behind it. */
export function ServicePictureTab({ service }: { service: EndpointService }) {
  const texts = useTexts();
  const { vpcep, keys } = useApi();
  const address = useAddress();
  const [view, setView] = useView();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.connections(service.id, query),
    queryFn: ({ signal }) =>
      vpcep.listServiceConnections({ path: { vpc_endpoint_service_id: service.id }, query, signal }),
  });
  const picture = useMemo(() => data && servicePicture(service, data, texts, address), [service, data, texts, address]);
  const read = () => void refetch();
  if (picture === undefined && error === null) return <Skeleton active title={false} />;
  return (
    <>
      {error !== null && <FailureAlert error={error} onRetry={read} />}
      {picture !== undefined && (
        <>
          <ViewBar view={view} onView={setView} isFetching={isFetching} onRefresh={read} />
          <PictureOrTable picture={picture} label={texts.pictures.ofService} view={view} />
        </>
      )}
    </>
  );
}
