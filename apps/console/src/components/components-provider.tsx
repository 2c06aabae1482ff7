import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language-context.js';
import { consoleTheme } from '../theme/console-theme.js';
import { useSystemPreference } from '../theme/use-system-preference.js';
import { useTheme } from '../theme/use-theme.js';
import './forced-colours.css';

/** Has the component library inside look like the console, and speak its language. */
export function ComponentsProvider({ children }: { children: ReactNode }) {
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
      {children}
    </ConfigProvider>
  );
}
