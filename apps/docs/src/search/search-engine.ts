import MiniSearch from 'minisearch';
import { type Part, partsOf, type Way } from './query.js';
import type { SearchEntry } from './search-entry.js';
import { termsOf, wordsOf } from './words.js';

/** An entry that a query found. */
export interface SearchResult {
  entry: SearchEntry;
  /** The words of the entry that the query met, to be marked. */
  terms: ReadonlySet<string>;
  /** How much of the query it met: 1 is all. */
  share: number;
}

/** Finds entries: the best results first. */
export type Search = (query: string) => SearchResult[];

/** What the entries hold, and what a word in it weighs. */
const weights = { title: 5, names: 3, trail: 0.5, lead: 1, text: 1, words: 0.5 };

/** What a text begins with says most of what it is about. */
const leadOf = (text: string) => /^.*?(?:[.:](?=\s)|[。：]|$)/u.exec(text)?.[0] ?? '';

const weightOfKind = {
  page: 1.6,
  section: 1.25,
  operation: 1.5,
  error: 1.2,
  guide: 1,
  decision: 1,
  field: 1,
} as const;

/** An entry that meets less than this part of what the best one does is not what was searched for. */
const leastShare = 0.5;

/** Prepares the entries, and returns the search in them. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: Object.keys(weights),
    extractField: (entry, field) => {
      if (field === 'lead') return leadOf(entry.text);
      const value = entry[field as keyof typeof entry];
      return Array.isArray(value) ? value.join(' ') : (value as string);
    },
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  const known = new Map<number, NameWords[]>();
  /** They are cut when they are first needed: few are in a search. */
  function wordsOfNames(id: number, entry: SearchEntry): NameWords[] {
    const names = known.get(id) ?? namesOf(entry);
    known.set(id, names);
    return names;
  }

  return (text) => {
    const query = text.normalize('NFKC').trim();
    const called = calledIn(query);
    // What has marks was copied from somewhere.
    const isMarked = /[^\s\p{L}\p{N}]/u.test(query);
    const ranked = [...meetAll(index, partsOf(query))].flatMap(([id, met]) => {
      const entry = entries[id];
      if (entry === undefined) return [];
      // What has the very name comes first, in the order of the entries: what is sent before what is answered.
      const { kind, weight = 1 } = entry;
      const verbatim = isMarked && entry.text.includes(query) ? 2 : 1;
      const rank = called(entry)
        ? Infinity
        : worthOf(met) *
          (1 + 2 * calledBy(wordsOfNames(id, entry), met.terms)) *
          weightOfKind[kind] *
          weight *
          verbatim;
      return [{ id, rank, result: { entry, terms: met.terms, share: met.share } }];
    });
    const most = Math.max(...ranked.map(({ result }) => result.share));
    return ranked
      .filter(({ rank, result }) => rank === Infinity || result.share >= most * leastShare)
      .sort((one, other) => (one.rank === other.rank ? one.id - other.id : other.rank - one.rank))
      .map(({ result }) => result);
  };
}

const isChinese = (term: string) => /\p{Script=Han}/u.test(term);

const options = { boost: weights, combineWith: 'OR', tokenize: (term: string) => [term] } as const;

/** What is typed may be the beginning of a word, or have a letter wrong; numbers and Chinese are meant as they are. */
const optionsOfTyped = {
  ...options,
  prefix: (term: string) => !isChinese(term),
  fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
};
const optionsOfSynonyms = { ...options, prefix: (term: string) => /^[a-z]{4,}$/.test(term) };

/** How an entry meets a query or a part of one. */
interface Met {
  score: number;
  share: number;
  terms: Set<string>;
}

/** How the entries meet a query, by their numbers: the scores of its parts add up. */
function meetAll(index: MiniSearch, parts: readonly Part[]): Map<number, Met> {
  const all = new Map<number, Met>();
  for (const part of parts) {
    for (const [id, { score, share, terms }] of meetPart(index, part)) {
      const met = all.get(id) ?? { score: 0, share: 0, terms: new Set() };
      met.score += score;
      met.share += share / parts.length;
      for (const term of terms) met.terms.add(term);
      all.set(id, met);
    }
  }
  return all;
}

/** How the entries meet a part, each in the way that it does best. */
function meetPart(index: MiniSearch, part: Part): Map<number, Met> {
  const best = new Map<number, Met>();
  for (const way of part) {
    for (const [id, met] of meetIn(index, way)) {
      if (worthOf(met) > worthOf(best.get(id))) best.set(id, met);
    }
  }
  return best;
}

/** What has half of what is wanted is worth a quarter. */
const worthOf = (met: Met | undefined) => (met === undefined ? 0 : met.score * met.share ** 2);

/** How the entries meet a way to say something, by the terms of it that they have. */
function meetIn(index: MiniSearch, { terms: wanted, weight, typed }: Way): Map<number, Met> {
  const found = new Map<number, Met>();
  const all = wanted.map((term) => {
    const results = index.search({ queries: [term] }, typed ? optionsOfTyped : optionsOfSynonyms);
    return { results, counts: typed && isChinese(term) ? Math.min(1, results.length / 8) : 1 };
  });
  const most = all.reduce((sum, { counts }) => sum + counts, 0);
  for (const { results, counts } of all) {
    for (const { id, score, terms } of results) {
      const met = found.get(id as number) ?? { score: 0, share: 0, terms: new Set() };
      met.score += (score * weight) / wanted.length;
      met.share += counts / most;
      for (const term of terms) met.terms.add(term);
      found.set(id as number, met);
    }
  }
  // Another word for something is met whole, or is not what was meant.
  return typed ? found : new Map([...found].filter(([, { share }]) => share > 0.999));
}

/** How much was met of what an entry is called: 1 is all of one of its names. */
function calledBy(names: readonly NameWords[], terms: ReadonlySet<string>): number {
  const shares = names.map(
    (words) => words.filter((word) => word.some((term) => terms.has(term))).length / words.length,
  );
  return Math.max(0, ...shares);
}

/** Each word of a name, in all that it is found by. */
type NameWords = string[][];

const namesOf = ({ title, names = [] }: SearchEntry): NameWords[] =>
  [title, ...names]
    .map((name) =>
      wordsOf(name)
        .flatMap((word) => (word.chinese && word.parts.length > 0 ? word.parts : [word]))
        .map(({ term, parts }) => [term, ...parts.map((part) => part.term)]),
    )
    .filter(({ length }) => length > 0);

/** Tells whether a query is what an entry is called, or holds the code of an error: a whole response may be pasted. */
function calledIn(query: string): (entry: SearchEntry) => boolean {
  const name = query.toLowerCase();
  const codes = new Set(
    wordsOf(query)
      .map(({ term }) => term)
      .filter((term) => term.includes('.')),
  );
  return ({ kind, title, names = [] }) =>
    [title, ...names].some((one) => one.toLowerCase() === name || (kind === 'error' && codes.has(one.toLowerCase())));
}
