import { type Word, wordsWith } from './words.js';

/** A piece of a text, marked where it holds what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Splits a text where it holds one of the terms. */
export function markTerms(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), marked });
  };
  let end = 0;
  for (const place of places(text, terms)) {
    add(end, place.start, false);
    add(place.start, place.end, true);
    ({ end } = place);
  }
  add(end, text.length, false);
  return pieces;
}

/** The part of a text that holds most of the terms, shortened to about the given number of characters. */
export function excerpt(text: string, terms: ReadonlySet<string>, length: number): string {
  const found = places(text, terms);
  let [best] = found;
  let most = 0;
  for (const place of found) {
    const inReach = found.filter(({ start, end }) => start >= place.start && end <= place.start + length);
    const different = new Set(inReach.map(({ start, end }) => text.slice(start, end).toLowerCase())).size;
    if (different > most) [best, most] = [place, different];
  }
  if (best === undefined || best.end <= length) return cut(text, 0, length);
  return cut(text, best.start - Math.round(length / 4), length);
}

function cut(text: string, from: number, length: number): string {
  const to = from + length;
  const head = from > 0 ? `… ${text.slice(from).replace(/^[\w-]*\s+/, '')}`.slice(0, length) : text.slice(0, length);
  return to < text.length ? `${head.replace(/\s+[\w-]*$/, '')} …` : head;
}

interface Place {
  start: number;
  end: number;
}

/** Where an identifier is part of a longer one, as `port_id` is of `vip_port_id`. */
const within = ({ term: word, start, chinese }: Word, identifiers: readonly string[]): Place[] =>
  chinese
    ? []
    : identifiers
        .filter((identifier) => word.includes(identifier))
        .map((identifier) => {
          const from = start + word.indexOf(identifier);
          return { start: from, end: from + identifier.length };
        });

/** Where the terms stand: what overlaps or touches is one place. */
function places(text: string, terms: ReadonlySet<string>): Place[] {
  const identifiers = [...terms].filter((term) => /[._-]/.test(term));
  const isFound = (forms: readonly string[]) =>
    forms.some((form) => terms.has(form)) || identifiers.some((identifier) => forms[0]?.includes(identifier));
  const found = wordsWith(text, isFound)
    .flatMap((word): Place[] => {
      if (terms.has(word.term)) return [word];
      return [...within(word, identifiers), ...word.parts.filter(({ term }) => terms.has(term))];
    })
    .sort((one, other) => one.start - other.start);
  const merged: Place[] = [];
  for (const { start, end } of found) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
