import { BugOutlined, MenuOutlined, ReadOutlined, SettingOutlined } from '@ant-design/icons';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { lazyPart } from '../loading/lazy-part.js';
import { withComponents } from '../components/with-components.js';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { dark, light } from '../theme/colours.js';
import { useTheme } from '../theme/use-theme.js';
import { ConnectedPages } from './connected-pages.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { ProjectSwitch } from './project-switch.js';
import { RetryNotice } from './retry-notice.js';
import { ThemeSwitch } from './theme-switch.js';
import { Tool } from './tool.js';
import { useKeptFocus } from './use-kept-focus.js';

const NavigationDrawer = lazyPart(() =>
  withComponents(import('./navigation-drawer.js').then((loaded) => loaded.NavigationDrawer)),
);
const SettingsDialog = lazyPart(() =>
  withComponents(import('./settings-dialog.js').then((loaded) => loaded.SettingsDialog)),
);
const MockDrawer = lazyPart(() =>
  withComponents(import('../mock-drawer/mock-drawer.js').then((loaded) => loaded.MockDrawer)),
);

/** The header, the navigation, and the page between them. */
export function ConsoleLayout() {
  const texts = useTexts();
  const { isDark } = useTheme();
  const { pathname } = useLocation();
  const { mock, configuration } = useConnection();
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const [open, setOpen] = useState<'navigation' | 'settings' | 'mock'>();
  const close = () => {
    setOpen(undefined);
  };

  // Who follows a link by keyboard or screen reader goes on in the new page, not in the old link.
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    setOpen(undefined);
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [pathname]);

  useLayoutEffect(() => {
    // On the root, so that dialogs have them, too, which are not inside of the console.
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries<string>({ ...(isDark ? dark : light) }))
      style.setProperty(`--${name}`, value);
  }, [isDark]);
  return (
    <div className="console">
      <button
        type="button"
        className="skip-link"
        onClick={() => {
          main.current?.focus();
        }}
      >
        {texts.skipToContent}
      </button>
      <header className="console-header">
        <span className="only-beside-drawer">
          <Tool
            icon={<MenuOutlined aria-hidden />}
            name={texts.openNavigation}
            onClick={() => {
              setOpen('navigation');
            }}
          />
        </span>
        <span className="console-title">{texts.siteName}</span>
        <ProjectSwitch />
        <span className="console-tools">
          {configuration.reference !== undefined && (
            <Tool icon={<ReadOutlined aria-hidden />} name={texts.reference} href={configuration.reference} />
          )}
          <Tool
            icon={<BugOutlined aria-hidden />}
            name={texts.mock.title}
            tip={mock === null ? texts.mock.notMock : texts.mock.title}
            disabled={!mock}
            onClick={() => {
              setOpen('mock');
            }}
          />
          <ThemeSwitch />
          <Tool
            icon={<SettingOutlined aria-hidden />}
            name={texts.settings}
            onClick={() => {
              setOpen('settings');
            }}
          />
          <LanguageSwitch />
        </span>
      </header>
      <div className="console-body">
        <nav aria-label={texts.navigation} className="console-nav">
          <Navigation />
        </nav>
        <main ref={main} tabIndex={-1} className="console-main">
          <ConnectedPages
            onSettings={() => {
              setOpen('settings');
            }}
          >
            <Outlet />
          </ConnectedPages>
        </main>
      </div>
      <RetryNotice />
      <Suspense fallback={null}>
        {open === 'navigation' && <NavigationDrawer onClose={close} />}
        {open === 'settings' && <SettingsDialog onClose={close} />}
        {open === 'mock' && <MockDrawer onClose={close} />}
      </Suspense>
    </div>
  );
}
