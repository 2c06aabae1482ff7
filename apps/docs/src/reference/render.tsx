import { renderToString } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import { createReferenceStore, Reference, type ReferenceData } from './reference.js';

/** Renders the reference to HTML. The build bundles this module with Redoc as the pages have it, and imports that. */
export function renderReference(data: ReferenceData): { html: string; styles: string } {
  const sheet = new ServerStyleSheet();
  const store = createReferenceStore(data);
  const html = renderToString(sheet.collectStyles(<Reference store={store} data={data} />));
  const styles = sheet.getStyleTags();
  sheet.seal();
  store.dispose();
  return { html, styles };
}
