import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createVpcepClient } from '@vpcep/client';
import { type ReactNode, useContext } from 'react';
import { ApiProvider } from '../api/api-provider.js';
import { failureOf } from '../api/failure.js';
import { readableResponses } from '../api/readable-responses.js';
import { useConnection } from '../configuration/connection-context.js';
import { OpenSettingsContext } from '../configuration/open-settings.js';
import { Button } from '../elements/button.js';
import { Loading } from '../elements/loading.js';
import { Notice } from '../elements/notice.js';
import { useTexts } from '../language/language-context.js';
import { usePageLocation } from '../location/location.js';
import { FailureAlert } from '../problems/failure-alert.js';

interface Props {
  onSettings: () => void;
  children: ReactNode;
}

/** What is sent in place of a token, to see whether the API wants one. It opens nothing. */
const noToken = 'none';

/** The pages, once it is known how to call the API. */
export function ConnectedPages({ onSettings, children }: Props) {
  const { token, mock } = useConnection();
  const pages =
    token === undefined ? (
      mock === undefined ? (
        <Loading />
      ) : (
        <WithoutToken>{children}</WithoutToken>
      )
    ) : (
      <WithToken token={token}>{children}</WithToken>
    );
  return <OpenSettingsContext.Provider value={onSettings}>{pages}</OpenSettingsContext.Provider>;
}

function WithToken({ token, children }: { token: string; children: ReactNode }) {
  const { projectId } = usePageLocation();
  const { baseUrl, send } = useConnection();
  return (
    // Another project is another tenant: nothing on the page stays as it was.
    <ApiProvider key={`${baseUrl} ${projectId}`} baseUrl={baseUrl} send={send} token={token} projectId={projectId}>
      {children}
    </ApiProvider>
  );
}

/** Asks for a token where the API asks for one, and says so where nothing, or something else than the API, answers. */
function WithoutToken({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const { projectId } = usePageLocation();
  const { baseUrl, send } = useConnection();
  const openSettings = useContext(OpenSettingsContext);
  const queryClient = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['without-token', baseUrl, projectId],
    queryFn: ({ signal }) =>
      createVpcepClient({
        baseUrl,
        projectId,
        fetch: readableResponses(send, baseUrl),
        credentials: { token: noToken },
      }).listQuotaDetails({ signal }),
  });
  // Where it has once answered without a token, the pages tell themselves what fails from then on, and keep what is filled in.
  if (data !== undefined) return <WithToken token={noToken}>{children}</WithToken>;
  if (error === null) return <Loading />;
  if (failureOf(error).kind !== 'unauthenticated') {
    return (
      <FailureAlert
        error={error}
        onRetry={() => {
          void queryClient.resetQueries({ queryKey: ['mock-health'] });
          void queryClient.resetQueries({ queryKey: ['without-token'] });
        }}
      />
    );
  }
  return (
    <Notice
      type="info"
      title={texts.connection.needsToken}
      description={texts.connection.needsTokenHelp}
      action={
        <Button look="primary" onClick={openSettings}>
          {texts.settings}
        </Button>
      }
    />
  );
}
