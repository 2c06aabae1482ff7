import MiniSearch, { type Query } from 'minisearch';
import type { SearchEntry } from './search-entry.js';
import { termsOf, type Word, wordsOf } from './words.js';

/** An entry that a query found. */
export interface SearchResult {
  entry: SearchEntry;
  /** The words of the entry that the query met, to be marked. */
  terms: ReadonlySet<string>;
}

/** What the entries hold, and what a word in it weighs. */
const weights = { title: 5, names: 3, trail: 1, text: 1, words: 0.5 };

const weightOfKind = { section: 1.6, operation: 1.5, error: 1.2, guide: 1.1, field: 1 } as const;

/** Prepares the entries, and returns the search in them: the best results first. */
export function createSearch(entries: readonly SearchEntry[]): (query: string) => SearchResult[] {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: Object.keys(weights),
    extractField: (entry, field) => {
      const value = entry[field as keyof typeof entry];
      return Array.isArray(value) ? value.join(' ') : (value as string);
    },
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  return (text) => {
    const query = text.normalize('NFKC').trim();
    const words = wordsOf(query);
    const find = (combineWith: 'AND' | 'OR') => index.search({ combineWith, queries: words.map(queryOf) }, options);
    const strict = find('AND');
    const found = strict.length > 0 ? strict : find('OR');
    return found
      .flatMap(({ id, score, terms }) => {
        const entry = entries[id as number];
        if (entry === undefined) return [];
        // What has the very name comes first, in the order of the entries: what is sent before what is answered.
        const rank = isCalled(entry, query) ? Infinity : score * weightOfKind[entry.kind];
        return [{ entry, terms: meantBy(words, terms), rank, id: id as number }];
      })
      .sort((one, other) => (one.rank === other.rank ? one.id - other.id : other.rank - one.rank))
      .map(({ entry, terms }) => ({ entry, terms }));
  };
}

const options = {
  boost: weights,
  // What is typed may be the beginning of a word, or have a letter wrong; numbers and Chinese are meant as they are.
  prefix: (term: string) => !/\p{Script=Han}/u.test(term),
  fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
  tokenize: (term: string) => [term],
};

/** An entry has the word as a whole or all of its parts. */
function queryOf({ term, parts, chinese }: Word): Query {
  const all: Query = { combineWith: 'AND', queries: parts.map((part) => part.term) };
  if (parts.length === 0) return term;
  return chinese ? all : { combineWith: 'OR', queries: [term, all] };
}

/** Where an identifier was found as a whole, its parts alone are not what was searched for. */
function meantBy(words: readonly Word[], terms: readonly string[]): Set<string> {
  const meant = new Set(terms);
  for (const { term, parts, chinese } of words) {
    if (!chinese && meant.has(term)) for (const part of parts) meant.delete(part.term);
  }
  return meant;
}

const isCalled = ({ title, names = [] }: SearchEntry, query: string) =>
  [title, ...names].some((name) => name.toLowerCase() === query.toLowerCase());
