import { phrasesOf } from './synonyms.js';
import { type Word, wordsOf } from './words.js';

/** A way to say a part of a query: the more of its terms an entry has, the better it says it. */
export interface Way {
  terms: string[];
  weight: number;
  /** Whether a reader has typed it: it may be the beginning of a word, or have a letter wrong. */
  typed: boolean;
}

/** A part of a query, in all the ways to say it: the best one counts. */
export type Part = Way[];

/** What a way weighs that the reader has not typed: other words, the parts of an identifier, other forms of a word. */
const weightOfSynonym = 0.7;
const weightOfUnsaid = 0.4;
const weightOfParts = 0.2;
const weightOfForm = 0.9;

/** Words that every text has, and that say nothing of what a reader looks for. */
const fillers = new Set(
  'a an and are be by can do does for from how i in is it my of on or the this to what when with you your'.split(' '),
);
const chineseFillers = /如何|怎么|怎样|什么|的|吗|了/gu;

/** The parts of a query, each of which an entry should have. */
export function partsOf(query: string): Part[] {
  const parts = phrasesOf(query.replace(chineseFillers, ' ')).flatMap(({ text, synonyms, isSaid }): Part[] =>
    synonyms.length === 0
      ? wordsOf(text).map(waysOf)
      : [
          [
            typed(termsIn(text), isSaid ? 1 : weightOfUnsaid),
            ...synonyms.map((synonym) => ({ terms: termsIn(synonym), weight: weightOfSynonym, typed: false })),
          ],
        ],
  );
  const telling = parts.filter((part) => !part.every(({ terms }) => terms.every((term) => fillers.has(term))));
  return telling.length > 0 ? telling : parts;
}

/** A word as a whole, or all of its parts, or in another form. Chinese is its pairs, whole or in part. */
function waysOf(word: Word): Part {
  const { term, parts, chinese } = word;
  if (chinese) return [typed(smallest(word))];
  const stem = stemOf(term);
  return [
    typed([term]),
    // One part alone is what a plural is of.
    ...(parts.length > 0
      ? [
          typed(
            parts.map((part) => part.term),
            parts.length === 1 ? weightOfForm : weightOfParts,
          ),
        ]
      : []),
    ...(stem === term ? [] : [typed([stem], weightOfForm)]),
  ];
}

const typed = (terms: string[], weight = 1): Way => ({ terms: [...new Set(terms)], weight, typed: true });

const termsIn = (phrase: string): string[] => wordsOf(phrase).flatMap(smallest);

/** What a word is searched for by: a Chinese one by its pairs. */
const smallest = ({ term, parts, chinese }: Word): string[] =>
  chinese && parts.length > 0 ? parts.map((part) => part.term) : [term];

/** A word without its ending, which other forms of it begin with. */
const stemOf = (term: string): string => (/^[a-z]{5,}$/.test(term) ? term.replace(/(?:ing|ed|es)$/, '') : term);
