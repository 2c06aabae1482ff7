import { type ComponentType, Suspense } from 'react';
import { lazyPart } from '../loading/lazy-part.js';
import { Loading } from '../elements/loading.js';

/**
 * A page that is loaded when it is first opened. The router would keep a failure as it keeps a page; here it is tried again.
 *
 * @returns what loads it, as the router calls it
 */
export const page = (load: () => Promise<ComponentType>) => async (): Promise<{ Component: ComponentType }> => {
  try {
    return { Component: await load() };
  } catch {
    const Page = lazyPart(load);
    return {
      Component: () => (
        <Suspense fallback={<Loading lines={8} />}>
          <Page />
        </Suspense>
      ),
    };
  }
};
