import { observer } from 'mobx-react';
import { useEffect, useMemo } from 'react';
import type { IMenuItem } from 'redoc';
import { AppStore } from 'redoc/src/services/AppStore';
import { ApiInfo } from 'redoc/src/components/ApiInfo/ApiInfo';
import { ContentItems } from 'redoc/src/components/ContentItems/ContentItems';
import { OptionsProvider } from 'redoc/src/components/OptionsProvider';
import { ApiContentWrap, RedocWrap } from 'redoc/src/components/Redoc/styled.elements';
import { MenuItems } from 'redoc/src/components/SideMenu/MenuItems';
import { StoreProvider } from 'redoc/src/components/StoreBuilder';
import { ThemeProvider } from 'redoc/src/styled-components';
import { errorCodesOfOperations } from '../errors/operation-error-codes.js';
import {
  type ErrorsOfReference,
  ReferenceContextProvider,
  type RegionOfReference,
} from '../operations/reference-context.js';
import { setHeadingAnchors } from '../redoc/heading-anchors.js';
import type { Language } from '../site/languages.js';
import { textsOf } from '../site/texts.js';
import { type Downloads, redocOptions } from './redoc-options.js';

/** What the reference is made from, on the server and in the browser. */
export interface ReferenceData {
  language: Language;
  document: { paths: object };
  /** What the headings of the document's description are called in addresses. */
  anchors: Record<string, string>;
  /** Nothing for a single file. */
  downloads?: Downloads;
  errors: ErrorsOfReference;
  regions: Readonly<Record<string, RegionOfReference>>;
}

export function createReferenceStore({ language, document, anchors, downloads }: ReferenceData): AppStore {
  setHeadingAnchors(anchors);
  return new AppStore(
    document as ConstructorParameters<typeof AppStore>[0],
    undefined,
    redocOptions(language, downloads),
  );
}

interface ReferenceProps {
  store: AppStore;
  data: ReferenceData;
  onReady?: () => void;
}

/** The reference: Redoc's parts in a layout of our own. */
export function Reference({ store, data, onReady }: ReferenceProps) {
  const { menu, options } = store;
  const { language, document, errors, regions } = data;
  const context = useMemo(
    () => ({ language, errors, regions, errorCodes: errorCodesOfOperations(document) }),
    [language, document, errors, regions],
  );
  useEffect(() => {
    menu.updateOnScroll(true);
    onReady?.();
  }, [menu, onReady]);
  return (
    <ThemeProvider theme={options.theme}>
      <StoreProvider value={store}>
        <OptionsProvider value={options}>
          <ReferenceContextProvider value={context}>
            <RedocWrap className="redoc-wrap">
              <Menu store={store} language={language} />
              <ApiContentWrap className="api-content">
                <ApiInfo store={store} />
                <ContentItems items={store.spec.contentItems} />
              </ApiContentWrap>
            </RedocWrap>
          </ReferenceContextProvider>
        </OptionsProvider>
      </StoreProvider>
    </ThemeProvider>
  );
}

/** The list of everything on the page: beside it on wide screens, above it and behind a button on narrow ones. */
const Menu = observer(({ store: { menu }, language }: { store: AppStore; language: Language }) => {
  const { contents } = textsOf[language];
  const activate = (item: IMenuItem) => {
    if (!item.active || item.items.length === 0) menu.activateAndScroll(item, true);
    else if (item.expanded) item.collapse();
    else item.expand();
  };
  return (
    <>
      <nav className={menu.sideBarOpened ? 'menu menu-open' : 'menu'} id="menu" aria-label={contents}>
        <MenuItems items={menu.items} onActivate={activate} root />
      </nav>
      <button
        type="button"
        className="menu-button"
        aria-controls="menu"
        aria-expanded={menu.sideBarOpened}
        onClick={() => {
          menu.toggleSidebar();
        }}
      >
        {contents}
      </button>
    </>
  );
});
