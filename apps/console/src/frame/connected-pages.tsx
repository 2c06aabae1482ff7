import type { ReactNode } from 'react';
import { ApiProvider } from '../api/api-provider.js';
import { useConnection } from '../configuration/connection-context.js';
import { Button } from '../elements/button.js';
import { Loading } from '../elements/loading.js';
import { Notice } from '../elements/notice.js';
import { useTexts } from '../language/language-context.js';
import { usePageLocation } from '../location/location.js';

interface Props {
  onSettings: () => void;
  children: ReactNode;
}

/** The pages, once there is a token to call the API with. */
export function ConnectedPages({ onSettings, children }: Props) {
  const texts = useTexts();
  const { projectId } = usePageLocation();
  const { baseUrl, send, token, mock } = useConnection();
  if (token !== undefined) {
    return (
      // Another project is another tenant: nothing on the page stays as it was.
      <ApiProvider key={`${baseUrl} ${projectId}`} baseUrl={baseUrl} send={send} token={token} projectId={projectId}>
        {children}
      </ApiProvider>
    );
  }
  if (mock === undefined) return <Loading />;
  return (
    <Notice
      type="info"
      title={texts.connection.needsToken}
      description={texts.connection.needsTokenHelp}
      action={
        <Button look="primary" onClick={onSettings}>
          {texts.settings}
        </Button>
      }
    />
  );
}
