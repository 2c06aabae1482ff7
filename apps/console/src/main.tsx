import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import './app/console.css';

import { loadApiFetch } from './configuration/api-fetch.js';
import { loadConfiguration } from './configuration/configuration.js';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

try {
  const configuration = await loadConfiguration();
  const send = await loadApiFetch(configuration);
  createRoot(place).render(
    <StrictMode>
      <App configuration={configuration} send={send} />
    </StrictMode>,
  );
} catch (error) {
  // There is nothing yet to show it in.
  place.setAttribute('role', 'alert');
  place.textContent = error instanceof Error ? error.message : String(error);
  throw error;
}
