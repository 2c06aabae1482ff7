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

/** Words that every text has or that questions are made of, and that say nothing of what a reader looks for. */
const fillers = new Set(
  (
    'a am an and any are be been but by can could did do does for from had has have how i if in is it its many may me ' +
    'might much must my of on or our shall should so some that the their them there these they this those to us was ' +
    'we were what when where which who why will with would you your'
  ).split(' '),
);
const chineseFillers = /如何|怎么|怎样|为什么|什么|多少|哪里|哪些|是否|能否|可以|这个|那个|的|吗|呢|了/gu;

/** The parts of a query, each of which an entry should have. */
export function partsOf(query: string): Part[] {
  const parts = phrasesOf(query.replace(chineseFillers, ' ')).flatMap(({ text, synonyms, isSaid }): Part[] =>
    synonyms.length === 0
      ? joinNetworks(wordsOf(text), text).map((words) =>
          words.length === 1 ? words.flatMap(waysOf) : [networkOf(words)],
        )
      : [
          [
            typed(termsIn(text), isSaid ? 1 : weightOfUnsaid),
            ...synonyms.map((synonym) => ({ terms: termsIn(synonym), weight: weightOfSynonym, typed: false })),
          ],
        ],
  );
  // As they were typed: another form of one, such as a plural without its end, is no more telling.
  const telling = parts.filter(([said]) => said?.terms.every((term) => fillers.has(term)) !== true);
  return telling.length > 0 ? telling : parts;
}

/** A number, a version or an address is meant as it is; so is the length behind an address, which says nothing alone. */
const isNumber = (term: string) => /^\d[\d.]*$/.test(term);

/** Groups the address and the length of a network, such as 198.19.128.0/20. All other words are by themselves. */
function joinNetworks(words: readonly Word[], text: string): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const [before] = group?.slice(-1) ?? [];
    const isLength =
      before !== undefined &&
      /^\d+(?:\.\d+){3}$/.test(before.term) &&
      isNumber(word.term) &&
      text.slice(before.end, word.start) === '/';
    if (isLength) group?.push(word);
    else groups.push([word]);
  }
  return groups;
}

const networkOf = (words: readonly Word[]): Way => ({ terms: words.map(({ term }) => term), weight: 1, typed: false });

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
          {
            ...typed(
              parts.map((part) => part.term),
              parts.length === 1 ? weightOfForm : weightOfParts,
            ),
            // Of numbers, all: another address may have some of them too.
            typed: !isNumber(term),
          },
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
