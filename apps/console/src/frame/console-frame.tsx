import { ConfigProvider } from 'antd';
import { Navigate, useParams } from 'react-router';
import { useConnection } from '../configuration/connection-context.js';
import { useLanguage } from '../language/language-context.js';
import { LanguageProvider } from '../language/language-provider.js';
import { isLanguage } from '../language/languages.js';
import { LeavingGuard } from '../leaving/leaving-guard.js';
import { MessagesProvider } from '../messages/messages.js';
import { consoleTheme } from '../theme/console-theme.js';
import { useSystemPreference } from '../theme/use-system-preference.js';
import { useTheme } from '../theme/use-theme.js';
import { ConsoleLayout } from './console-layout.js';

/** What is around every page: its language, its look, and the way to the others. */
export function ConsoleFrame({ start }: { start: string }) {
  const { language } = useParams();
  const { asOf } = useConnection();
  if (!isLanguage(language)) return <Navigate to={start} replace />;
  return (
    <LanguageProvider language={language} asOf={asOf}>
      <Styled />
    </LanguageProvider>
  );
}

function Styled() {
  const { componentTexts } = useLanguage();
  const { isDark } = useTheme();
  const isStill = useSystemPreference('reducedMotion');
  return (
    <ConfigProvider
      locale={componentTexts}
      theme={consoleTheme({ isDark, isStill })}
      // What is read out is what is shown.
      button={{ autoInsertSpace: false }}
    >
      <MessagesProvider>
        <LeavingGuard>
          <ConsoleLayout />
        </LeavingGuard>
      </MessagesProvider>
    </ConfigProvider>
  );
}
