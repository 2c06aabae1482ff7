import { runInNewContext } from 'node:vm';
import type { SearchEntry } from '../src/search/search-entry.js';
import { folderOf, type Language } from '../src/site/languages.js';
import { readDist } from './dist.js';

/** What the search of a language gets from a script. */
export function entriesIn(script: string, language: Language): SearchEntry[] {
  const window: { vpcepSearchEntries?: Record<string, SearchEntry[]> } = {};
  runInNewContext(script, window);
  const entries = window.vpcepSearchEntries?.[language];
  if (entries === undefined) throw new Error(`no entries in ${language}`);
  return entries;
}

/** What the search of a language gets on the site. */
export const entriesOf = (language: Language): SearchEntry[] =>
  entriesIn(readDist(`${folderOf(language)}assets/search-entries.js`), language);
