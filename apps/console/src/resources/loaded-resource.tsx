import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../elements/loading.js';
import { PageHeading, usePageTitle } from '../frame/page-heading.js';
import { FailureAlert } from '../problems/failure-alert.js';

interface Props<T> {
  id: string;
  query: UseQueryResult<T>;
  /** The way back to the list that the resource is in. */
  back: ReactNode;
  children: (resource: T) => ReactNode;
}

/** The page of a resource once it is loaded; until then that it is on its way, or why it is not there. */
export function LoadedResource<T>({ id, query: { data, error, refetch }, back, children }: Props<T>) {
  if (error !== null) {
    return (
      <>
        <PageHeading title={id} back={back} />
        <FailureAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return data === undefined ? <LoadingPage id={id} /> : children(data);
}

/** The window says at once what is on its way. */
function LoadingPage({ id }: { id: string }) {
  usePageTitle(id);
  return <Loading lines={8} />;
}
