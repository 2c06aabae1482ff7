import { addressInSingleFile } from '../site/address-in-single-file.js';
import type { SearchEntry } from './search-entry.js';

/** Pages that hold what others do: the single file is both of them. */
const wholes = new Set(['operations/', 'all/']);

/** What the search can lead to, at the place where the single file holds it. */
export const entriesWithin = (entries: readonly SearchEntry[]): SearchEntry[] =>
  entries
    .filter(({ address }) => !wholes.has(address))
    .map((entry) => ({ ...entry, address: addressInSingleFile(entry.address) }));
