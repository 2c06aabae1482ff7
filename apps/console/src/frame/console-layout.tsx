import { BugOutlined, MenuOutlined, ReadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Tooltip, theme } from 'antd';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useConnection } from '../configuration/connection-context.js';
import { useTexts } from '../language/language-context.js';
import { ConnectedPages } from './connected-pages.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { ProjectSwitch } from './project-switch.js';
import { RetryNotice } from './retry-notice.js';

const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.js')).SettingsDialog,
}));
const FaultDrawer = lazy(async () => ({ default: (await import('../faults/fault-drawer.js')).FaultDrawer }));

/** The header, the navigation, and the page between them. */
export function ConsoleLayout() {
  const texts = useTexts();
  const { token } = theme.useToken();
  const { md = true } = Grid.useBreakpoint();
  const { pathname } = useLocation();
  const { mock, configuration } = useConnection();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<'navigation' | 'settings' | 'faults'>();
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

  const style = {
    '--line': token.colorBorderSecondary,
    '--page': token.colorBgLayout,
    '--surface': token.colorBgContainer,
    '--text': token.colorText,
    '--muted': token.colorTextSecondary,
    '--accent': token.colorLink,
    '--code': token.colorFillTertiary,
  };
  return (
    <div className="console" style={style as React.CSSProperties}>
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
        {!md && (
          <Button
            type="text"
            icon={<MenuOutlined aria-hidden />}
            aria-label={texts.openNavigation}
            onClick={() => {
              setOpen('navigation');
            }}
          />
        )}
        <span className="console-title">{texts.siteName}</span>
        <ProjectSwitch />
        <span className="console-tools">
          {configuration.reference !== undefined && (
            <Tooltip title={texts.reference}>
              <Button
                type="text"
                icon={<ReadOutlined aria-hidden />}
                href={configuration.reference}
                aria-label={texts.reference}
              />
            </Tooltip>
          )}
          <Tooltip title={mock === null ? texts.faults.notMock : texts.faults.open}>
            <Button
              type="text"
              icon={<BugOutlined aria-hidden />}
              aria-label={texts.faults.open}
              disabled={!mock}
              onClick={() => {
                setOpen('faults');
              }}
            />
          </Tooltip>
          <Tooltip title={texts.settings}>
            <Button
              type="text"
              icon={<SettingOutlined aria-hidden />}
              aria-label={texts.settings}
              onClick={() => {
                setOpen('settings');
              }}
            />
          </Tooltip>
          <LanguageSwitch />
        </span>
      </header>
      <div className="console-body">
        {md && (
          <nav aria-label={texts.navigation} className="console-nav">
            <Navigation />
          </nav>
        )}
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
      <Drawer
        open={open === 'navigation' && !md}
        onClose={close}
        placement="left"
        size={280}
        title={texts.siteName}
        styles={{ body: { padding: 8 } }}
      >
        <nav aria-label={texts.navigation}>
          <Navigation />
        </nav>
      </Drawer>
      <Suspense fallback={null}>
        {open === 'settings' && <SettingsDialog onClose={close} />}
        {open === 'faults' && <FaultDrawer onClose={close} />}
      </Suspense>
    </div>
  );
}
