import { Navigate, useParams } from 'react-router';
import { useConnection } from '../configuration/connection-context.js';
import { LanguageProvider } from '../language/language-provider.js';
import { isLanguage } from '../language/languages.js';
import { LeavingGuard } from '../leaving/leaving-guard.js';
import { MessagesProvider } from '../messages/messages.js';
import { ConsoleLayout } from './console-layout.js';
import { FrameFailure } from './frame-failure.js';

/** What is around every page: its language, and the way to the others. */
export function ConsoleFrame({ start }: { start: string }) {
  const { language } = useParams();
  const { asOf } = useConnection();
  if (!isLanguage(language)) return <Navigate to={start} replace />;
  return (
    <LanguageProvider
      language={language}
      asOf={asOf}
      failure={(error, retry) => <FrameFailure error={error} onRetry={retry} />}
    >
      <MessagesProvider>
        <LeavingGuard>
          <ConsoleLayout />
        </LeavingGuard>
      </MessagesProvider>
    </LanguageProvider>
  );
}
