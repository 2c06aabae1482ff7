import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '../elements/loading.js';
import { PageHeading, usePageTitle } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';

interface Props<T> {
  id: string;
  query: UseQueryResult<T>;
  /** The way back to the list that the resource is in. */
  back: ReactNode;
  children: (resource: T) => ReactNode;
}

/**
 * The page of a resource once it is loaded; until then that it is on its way, or why it is not there. It stays when the
 * resource cannot be read again.
 */
export function LoadedResource<T>({ id, query: { data, error, refetch }, back, children }: Props<T>) {
  const texts = useTexts();
  const retry = () => void refetch();
  if (data === undefined) {
    if (error === null) return <LoadingPage id={id} />;
    return (
      <>
        <PageHeading title={id} back={back} />
        <FailureAlert error={error} onRetry={retry} />
      </>
    );
  }
  return (
    <>
      {/* What is filled in below stays where it is. */}
      {error !== null && (
        <div className="above">
          <FailureAlert error={error} about={texts.outdated} onRetry={retry} />
        </div>
      )}
      {children(data)}
    </>
  );
}

/** The window says at once what is on its way. */
function LoadingPage({ id }: { id: string }) {
  usePageTitle(id);
  return <Loading lines={8} />;
}
