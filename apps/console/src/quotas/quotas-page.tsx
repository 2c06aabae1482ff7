import createQueries from 'openapi-react-query';
import { useMemo } from 'react';
import { useApi } from '../api/api-context.js';
import { Loading } from '../elements/loading.js';
import { PageHeading } from '../frame/page-heading.js';
import { useTexts } from '../language/language-context.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { QuotaBar } from './quota-bar.js';

/**
 * The quotas of the project. They are read once and wait for nothing, so that the plain client with
 * `openapi-react-query` does: the path of the call is all that it takes. It does not try again itself: the reader does.
 */
export function QuotasPage() {
  const texts = useTexts();
  const { vpcep, projectId } = useApi();
  const queries = useMemo(() => createQueries(vpcep.http), [vpcep]);
  const { data, error, refetch } = queries.useQuery('get', '/v1/{project_id}/quotas', {
    params: { path: { project_id: projectId } },
  });
  return (
    <>
      <PageHeading title={texts.pages.quotas} intro={texts.quotas.intro} />
      {error !== null && <FailureAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      <div className="cards">
        {data?.quotas.resources.map((quota, index) => (
          // Two may have the same type, or none.
          <QuotaBar key={index} quota={quota} />
        ))}
      </div>
    </>
  );
}
