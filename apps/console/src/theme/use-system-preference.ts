import { useSyncExternalStore } from 'react';

const preferences = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  reducedMotion: matchMedia('(prefers-reduced-motion: reduce)'),
};

/** Whether the reader's system asks for a dark page, or for one where little moves. */
export function useSystemPreference(name: keyof typeof preferences): boolean {
  const preference = preferences[name];
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
