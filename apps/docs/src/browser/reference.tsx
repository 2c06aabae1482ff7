import { hydrateRoot } from 'react-dom/client';
import { layOutRest } from './lay-out-rest.js';
import { createReferenceStore, Reference, type ReferenceData } from '../reference/reference.js';

declare global {
  /** Set by the script that carries the document. */
  var referenceData: ReferenceData;
  /** Set by the script that starts this one: what to do when the page reacts. */
  var referenceReady: (() => void) | undefined;
}

const root = document.querySelector('#redoc');
if (root === null) throw new Error('the page has no element #redoc');
const store = createReferenceStore(globalThis.referenceData);
hydrateRoot(
  root,
  <Reference
    store={store}
    data={globalThis.referenceData}
    onReady={() => {
      layOutRest();
      globalThis.referenceReady?.();
    }}
  />,
);
