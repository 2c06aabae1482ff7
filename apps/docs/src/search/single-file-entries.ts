import type { SearchEntry } from './search-entry.js';

/** What the single file holds of what the search can lead to: no guides, and the error codes below the reference. */
export const entriesWithin = (entries: readonly SearchEntry[]): SearchEntry[] =>
  entries
    .filter(({ kind }) => kind !== 'guide')
    .map((entry) => ({ ...entry, address: entry.address.replace(/^errors\//, '') }));
