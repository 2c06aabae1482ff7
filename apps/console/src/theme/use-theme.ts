import { useEffect } from 'react';
import * as v from 'valibot';
import { useRemembered } from '../remembered/use-remembered.js';
import { useSystemPreference } from './use-system-preference.js';

/** Light, dark, or as the reader's system has it. */
export const themes = ['system', 'light', 'dark'] as const;

export type ThemeName = (typeof themes)[number];

const themeSchema = v.picklist(themes);

/** The theme that the reader has chosen, which this browser remembers, and whether the page is dark for that. */
export function useTheme() {
  const [theme, choose] = useRemembered<ThemeName>('theme', themeSchema, 'system');
  const isSystemDark = useSystemPreference('dark');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  useEffect(() => {
    // What the browser draws itself follows: the bars, the controls, and the page before anything is there.
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);
  return { theme, isDark, choose };
}
