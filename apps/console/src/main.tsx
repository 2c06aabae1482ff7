import { noop } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.js';
import { App } from './app/app.js';
import './app/console.css';

import { loadApiFetch } from './configuration/api-fetch.js';
import { loadConfiguration } from './configuration/configuration.js';
import { languageQuery } from './language/language-query.js';
import { languageOf } from './location/location.js';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

const queryClient = createQueryClient();
// While the configuration is on its way. One that has another state of the API has its texts loaded after these. What
// fails here is tried again, and told, by the page.
queryClient.query(languageQuery(languageOf(location.hash), undefined)).catch(noop);
try {
  const configuration = await loadConfiguration();
  const send = await loadApiFetch(configuration);
  const root = createRoot(place);
  // A phone takes its time to render a page. As a transition it is rendered in pieces, between which it listens.
  startTransition(() => {
    root.render(
      <StrictMode>
        <App queryClient={queryClient} configuration={configuration} send={send} />
      </StrictMode>,
    );
  });
} catch (error) {
  // There is nothing yet to show it in.
  place.setAttribute('role', 'alert');
  place.textContent = error instanceof Error ? error.message : String(error);
  throw error;
}
