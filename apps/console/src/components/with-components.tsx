import type { ComponentType } from 'react';

/**
 * Loads a page, dialog or drawer that is made of the component library, together with what gives that its look. The frame and
 * the lists do without the library, which weighs more than all of them.
 *
 * @param load the component itself
 */
export async function withComponents<Props extends object>(
  load: Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  const [Component, { ComponentsProvider }] = await Promise.all([load, import('./components-provider.js')]);
  return function WithComponents(props: Props) {
    return (
      <ComponentsProvider>
        <Component {...props} />
      </ComponentsProvider>
    );
  };
}
