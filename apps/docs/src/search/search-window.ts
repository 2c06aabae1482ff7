import type { SearchEntry } from './search-entry.js';

// What the scripts of the search, each in a file of its own, leave for one another. They are plain scripts and no
// modules, because a browser loads no modules into a page that it opened from a folder.
declare global {
  interface Window {
    /** By language; the page's own is there from the start. */
    vpcepSearchEntries?: Record<string, SearchEntry[]>;
    /** Makes the dialog answer. */
    vpcepStartSearch?: (dialog: HTMLDialogElement) => Promise<void>;
  }
}

/** The entries of a language, which a script has left. */
export function entriesIn(language: string): SearchEntry[] {
  const entries = window.vpcepSearchEntries?.[language];
  if (entries === undefined) throw new Error(`the search has no entries in ${language}`);
  return entries;
}

/**
 * A script that leaves the entries of a language beside those of others, as text, which browsers read faster than a
 * script. "<" could end the element that it stands in.
 */
export function entriesScript(language: string, entries: readonly SearchEntry[]): string {
  const left = JSON.stringify(entries).replace(/[\\']/g, '\\$&').replaceAll('<', '\\x3c');
  return `(globalThis.vpcepSearchEntries??={})[${JSON.stringify(language)}]=JSON.parse('${left}');`;
}
