import type { SearchEntry } from './search-entry.js';

// What the scripts of the search, each in a file of its own, leave for one another. They are plain scripts and no
// modules, because a browser loads no modules into a page that it opened from a folder.
declare global {
  interface Window {
    vpcepSearchEntries?: SearchEntry[];
    /** Makes the dialog answer. */
    vpcepStartSearch?: (dialog: HTMLDialogElement, entries: readonly SearchEntry[]) => void;
  }
}
