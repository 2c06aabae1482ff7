import SearchableMap from 'minisearch/SearchableMap';
import { isChinese } from './words.js';

/** How an entry holds a term, or others that it may have been meant as. */
export interface Hit {
  score: number;
  /** Those of them that it holds. */
  terms: string[];
}

/** What may be meant by a term besides itself. */
export interface Meant {
  /** Whether it may be the beginning of a word. */
  prefix: boolean;
  /** Whether letters of it may be wrong: a fifth of them. */
  fuzzy: boolean;
}

/** Where a term stands: its places, in their order, and how often it stands in each. */
interface Postings {
  places: number[];
  counts: number[];
}

/** What is not the term itself is worth less, the more of it is different. */
const weightOfPrefix = 0.375;
const weightOfFuzzy = 0.45;

/** The parameters of BM25+: how much more often is better, how much longer is worse, what standing there at all is worth. */
const k = 1.2;
const b = 0.7;
const d = 0.5;

/**
 * Where the terms of entries stand, and what an entry is worth that has them, by BM25+: as MiniSearch has it, whose map
 * finds what is like a word. An index is made of some ten thousand words while a reader waits, so each is only counted.
 */
export class WordIndex {
  readonly #boosts: readonly number[];
  readonly #terms = new Map<string, Postings>();
  /** Those that may be meant by another one. Chinese is cut into pairs, and a pair is meant as it is. */
  readonly #words = new SearchableMap<Postings>();
  /** How many different terms are in each place: a field of an entry. */
  readonly #lengths: number[] = [];
  #averages: readonly number[] | undefined;

  /** @param boosts - what a term in each field weighs. */
  constructor(boosts: readonly number[]) {
    this.#boosts = boosts;
  }

  /** Adds the terms in each field of the next entry. */
  add(fields: readonly (readonly string[])[]): void {
    this.#averages = undefined;
    for (const terms of fields) {
      const place = this.#lengths.length;
      let length = 0;
      for (const term of terms) if (this.#count(term, place)) length += 1;
      this.#lengths.push(length);
    }
  }

  /** Counts a term, and says whether it is the first in its place. */
  #count(term: string, place: number): boolean {
    let postings = this.#terms.get(term);
    if (postings === undefined) {
      postings = { places: [], counts: [] };
      this.#terms.set(term, postings);
      if (!isChinese(term)) this.#words.set(term, postings);
    }
    const { places, counts } = postings;
    const last = places.length - 1;
    if (places[last] === place) {
      counts[last] = (counts[last] ?? 0) + 1;
      return false;
    }
    places.push(place);
    counts.push(1);
    return true;
  }

  /** The entries that hold a term, or what it may be meant as. */
  find(term: string, { prefix, fuzzy }: Meant): Map<number, Hit> {
    const found = new Map<number, Hit>();
    const same = this.#terms.get(term);
    if (same !== undefined) this.#weigh(found, term, same, 1);
    if (prefix) {
      for (const [longer, postings] of this.#words.atPrefix(term)) {
        const more = longer.length - term.length;
        const weight = (weightOfPrefix * longer.length) / (longer.length + 0.3 * more);
        if (more > 0) this.#weigh(found, longer, postings, weight);
      }
    }
    const wrong = fuzzy ? Math.round(term.length / 5) : 0;
    if (wrong > 0) {
      for (const [other, [postings, distance]] of this.#words.fuzzyGet(term, wrong)) {
        if (distance === 0 || (prefix && other.startsWith(term))) continue;
        this.#weigh(found, other, postings, (weightOfFuzzy * other.length) / (other.length + distance));
      }
    }
    return found;
  }

  /** Adds what the entries are worth that hold a term. */
  #weigh(found: Map<number, Hit>, term: string, { places, counts }: Postings, weight: number): void {
    const entries = this.#lengths.length / this.#boosts.length;
    const averages = (this.#averages ??= this.#averageLengths());
    const rarities = this.#boosts.map((boost, field) => {
      const having = places.filter((place) => place % this.#boosts.length === field).length;
      return boost * weight * Math.log(1 + (entries - having + 0.5) / (having + 0.5));
    });
    places.forEach((place, index) => {
      const field = place % this.#boosts.length;
      const count = counts[index] ?? 0;
      const length = (this.#lengths[place] ?? 0) / (averages[field] ?? 1);
      const score = (rarities[field] ?? 0) * (d + (count * (k + 1)) / (count + k * (1 - b + b * length)));
      const entry = (place - field) / this.#boosts.length;
      const hit = found.get(entry);
      if (hit === undefined) found.set(entry, { score, terms: [term] });
      else {
        hit.score += score;
        if (hit.terms.at(-1) !== term) hit.terms.push(term);
      }
    });
  }

  /** How many different terms a field has, where it has any. */
  #averageLengths(): number[] {
    return this.#boosts.map((_, field) => {
      const lengths = this.#lengths.filter((length, place) => length > 0 && place % this.#boosts.length === field);
      return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    });
  }
}
