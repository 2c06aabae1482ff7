import { addressInSingleFile } from '../site/address-in-single-file.js';
import type { SearchEntry } from './search-entry.js';

/** What the search can lead to, at the place where the single file holds it. */
export const entriesWithin = (entries: readonly SearchEntry[]): SearchEntry[] =>
  entries.map((entry) => ({ ...entry, address: addressInSingleFile(entry.address) }));
