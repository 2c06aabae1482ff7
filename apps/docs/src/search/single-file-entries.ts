import { addressInSingleFile } from '../site/address-in-single-file.js';
import { downloadsAnchor } from '../site/downloads.js';
import type { SearchEntry } from './search-entry.js';

/** Pages that hold what others do: the single file is both of them. And it is one of the downloads. */
const wholes = new Set(['operations/', 'all/', `#${downloadsAnchor}`]);

/** What the search can lead to, at the place where the single file holds it. */
export const entriesWithin = (entries: readonly SearchEntry[]): SearchEntry[] =>
  entries
    .filter(({ address }) => !wholes.has(address))
    .map((entry) => ({ ...entry, address: addressInSingleFile(entry.address) }));
