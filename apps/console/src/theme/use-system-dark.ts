import { useSyncExternalStore } from 'react';

const preference = matchMedia('(prefers-color-scheme: dark)');

/** Whether the reader's system asks for a dark page. */
export function useSystemDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      preference.addEventListener('change', listener);
      return () => {
        preference.removeEventListener('change', listener);
      };
    },
    () => preference.matches,
  );
}
