import { calledOperations } from './called-operations.js';
import { type Part, partsOf, type Way } from './query.js';
import type { SearchEntry } from './search-entry.js';
import { WordIndex } from './word-index.js';
import { isChinese, termsOf, wordsOf, wordsOfName } from './words.js';

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
  workflow: 1,
  decision: 1,
  field: 1,
} as const;

/** What it adds that all of a query stands in an entry as it is. A word weighs less in a text as long as that of an operation. */
const copiedFromShort = 2;
const copiedFromLong = 2.5;

/** An entry that meets less than this part of what the best one does is not what was searched for. */
const leastShare = 0.5;

/**
 * Prepares the entries, and returns the search in them.
 *
 * @param pause - what is waited for after each entry, so that others have their turn.
 */
export async function createSearch(
  entries: readonly SearchEntry[],
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<Search> {
  const index = new WordIndex(Object.values(weights));
  const called: NameWords[][] = [];
  for (const entry of entries) {
    const { title, names = [], trail, text, words = '' } = entry;
    // In the order of the weights.
    index.add([title, names.join(' '), trail.join(' '), leadOf(text), text, words].map(termsOf));
    called.push(namesOf(entry));
    await pause();
  }
  // Browsers compile the patterns of queries when they are first used: now, rather than with what is typed.
  partsOf('-');
  await pause();

  const operationsIn = calledOperations(entries);

  return (text) => {
    const query = text.normalize('NFKC').trim();
    const calls = operationsIn(query);
    const isCalled = calledIn(query);
    // What has marks was copied from somewhere.
    const isMarked = /[^\s\p{L}\p{N}]/u.test(query);
    const ranked = [...meetAll(index, partsOf(query))].flatMap(([id, met]) => {
      const entry = entries[id];
      if (entry === undefined || calls.includes(entry)) return [];
      // What has the very name comes first, in the order of the entries: what is sent before what is answered.
      const { kind, weight = 1 } = entry;
      // Of an error, that is its message, and not what to do.
      const copied = kind === 'error' ? entry.names?.join('\n') : entry.text;
      const verbatim =
        isMarked && copied?.includes(query) ? (kind === 'operation' ? copiedFromLong : copiedFromShort) : 1;
      const rank = isCalled(entry)
        ? Infinity
        : worthOf(met) * (1 + 2 * calledBy(called[id] ?? [], met.terms)) * weightOfKind[kind] * weight * verbatim;
      return [{ id, rank, result: { entry, terms: met.terms, share: met.share } }];
    });
    const sorted = ranked.sort((one, other) => (one.rank === other.rank ? one.id - other.id : other.rank - one.rank));
    const named = sorted.filter(({ rank }) => rank === Infinity);
    const others = sorted.slice(named.length);
    const most = Math.max(calls.length > 0 ? 1 : 0, ...ranked.map(({ result }) => result.share));
    return [
      // Who pastes a line of a log asks for the error in it, rather than for the call.
      ...named.map(({ result }) => result),
      ...calls.map((entry) => ({ entry, terms: wordsOfCall(entry), share: 1 })),
      ...others.map(({ result }) => result).filter(({ share }) => share >= most * leastShare),
    ];
  };
}

/** The method and the path of an operation, to be marked. */
const wordsOfCall = ({ trail }: SearchEntry) => new Set(wordsOf(trail.at(-1) ?? '').map(({ term }) => term));

/** What is typed may be the beginning of a word, or have a letter wrong; numbers and Chinese are meant as they are. */
const meantBy = (term: string, typed: boolean) =>
  typed
    ? { prefix: !isChinese(term) && !/^[\d._-]+$/.test(term), fuzzy: /^[a-z]{5,}$/.test(term) }
    : { prefix: /^[a-z]{4,}$/.test(term), fuzzy: false };

/** How an entry meets a query or a part of one. */
interface Met {
  score: number;
  share: number;
  terms: Set<string>;
}

/** How the entries meet a query, by their numbers: the scores of its parts add up. */
function meetAll(index: WordIndex, parts: readonly Part[]): Map<number, Met> {
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
function meetPart(index: WordIndex, part: Part): Map<number, Met> {
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
function meetIn(index: WordIndex, { terms: wanted, weight, typed }: Way): Map<number, Met> {
  const found = new Map<number, Met>();
  const all = wanted.map((term) => {
    const hits = index.find(term, meantBy(term, typed));
    return { hits, counts: typed && isChinese(term) ? Math.min(1, hits.size / 8) : 1 };
  });
  const most = all.reduce((sum, { counts }) => sum + counts, 0);
  for (const { hits, counts } of all) {
    for (const [id, { score, terms }] of hits) {
      const met = found.get(id) ?? { score: 0, share: 0, terms: new Set() };
      met.score += (score * weight) / wanted.length;
      met.share += counts / most;
      for (const term of terms) met.terms.add(term);
      found.set(id, met);
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

/** The words of a name, each in all that it is found by. */
type NameWords = ReturnType<typeof wordsOfName>;

const namesOf = ({ title, names = [] }: SearchEntry): NameWords[] =>
  [title, ...names].map(wordsOfName).filter(({ length }) => length > 0);

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
