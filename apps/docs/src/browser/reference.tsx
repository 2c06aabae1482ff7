import { startTransition } from 'react';
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
// While React takes the HTML over, the store says what the HTML says, wherever the reader goes.
store.menu.dispose();
// In small pieces, with room for what the reader does between them.
startTransition(() => {
  hydrateRoot(
    root,
    <Reference
      store={store}
      data={globalThis.referenceData}
      onReady={() => {
        store.menu.subscribe();
        layOutRest();
        globalThis.referenceReady?.();
      }}
    />,
  );
});
