import type { Language } from './languages.js';
import { textsOf } from './texts.js';

/**
 * Part of each page's head: shows it from the start in the colours that its reader has chosen. Where storage is forbidden,
 * they are those of the system.
 */
export const chosenThemeScript =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

/** Chooses between light, dark and what the system has. A script shows it, because it is nothing without. */
export function ThemeSwitch({ language }: { language: Language }) {
  const { theme, themes } = textsOf[language];
  return (
    <label className="theme-switch" title={theme} hidden>
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      <select aria-label={theme} autoComplete="off">
        <option value="">{themes.system}</option>
        <option value="light">{themes.light}</option>
        <option value="dark">{themes.dark}</option>
      </select>
    </label>
  );
}
