/** A word within a text, and where it stands. */
export interface Word {
  /** As it is compared: in small letters. */
  term: string;
  start: number;
  end: number;
  /** Smaller words that it holds: the parts of an identifier, a plural without its end, the pairs of neighbours of Chinese. */
  parts: Word[];
  chinese: boolean;
}

const chinese = String.raw`\p{Script=Han}`;
/** Whether a text has Chinese in it. */
export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const letter = String.raw`(?:(?!${chinese})[\p{L}\p{N}])`;
const words = new RegExp(`(${chinese}+)|${letter}+(?:[._-]+${letter}+)*`, 'gu');

/** Where an identifier has its joints: at marks, and before capitals as in `createEndpoint` and `VPCEndpoint`. */
const marks = /[._-]+/;
const joints = /[._-]+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** Most words have no joint, and need no search for one. */
const plain = /^[A-Z]?[a-z]+$/;
const plural = /^[A-Z]?[a-z]{2,}[^s]s$/;

/**
 * The words of a text. An identifier is a word as a whole and in its parts, so `port_id` is found in `vip_port_id` too.
 * Chinese has no spaces, and is cut into all pairs of neighbours, which finds any part of it without a dictionary.
 */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(words)].map(({ 0: found, 1: han, index }) => wordWithParts(found, han, index));

/** Those of the words of a text that are wanted, by all that they are found by: few, in a long text. */
export const wordsWith = (text: string, isWanted: (terms: readonly string[]) => boolean): Word[] =>
  [...text.matchAll(words)]
    .filter(([found, han]) => isWanted(termsOfWord(found, han)))
    .map(({ 0: found, 1: han, index }) => wordWithParts(found, han, index));

const wordWithParts = (found: string, han: string | undefined, start: number): Word => ({
  ...wordAt(found, start),
  parts: han === undefined ? identifierParts(found, start) : pairs(han, start),
  chinese: han !== undefined,
});

/** Everything that the words of a text are found by. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [found, han] of text.matchAll(words)) for (const term of termsOfWord(found, han)) terms.push(term);
  return terms;
}

/** The words of a name, each in all that it is found by. Of Chinese, each pair is a word. */
export const wordsOfName = (name: string): (readonly string[])[] =>
  [...name.matchAll(words)].flatMap(([found, han]) => {
    const terms = termsOfWord(found, han);
    if (han === undefined) return [terms];
    // Behind the pairs stand the characters, of which there is one more.
    return terms.slice(0, Math.max(1, (terms.length - 1) / 2)).map((pair) => [pair]);
  });

/** What words are found by: texts say the same ones again and again. */
const known = new Map<string, readonly string[]>();

function termsOfWord(found: string, han: string | undefined): readonly string[] {
  let terms = known.get(found);
  if (terms === undefined) {
    terms =
      han === undefined
        ? [found.toLowerCase(), ...identifierParts(found, 0).map(({ term }) => term)]
        : [...pairs(han, 0).map(({ term }) => term), ...Array.from(han)];
    known.set(found, terms);
  }
  return terms;
}

const wordAt = (text: string, start: number): Word => ({
  term: text.toLowerCase(),
  start,
  end: start + text.length,
  parts: [],
  chinese: false,
});

function identifierParts(text: string, start: number): Word[] {
  if (plural.test(text)) return [wordAt(text.slice(0, -1), start)];
  if (plain.test(text)) return [];
  const parts = new Map<string, Word>();
  for (const separator of [marks, joints]) {
    let from = 0;
    for (const part of text.split(separator)) {
      from = text.indexOf(part, from);
      if (part !== text) parts.set(`${from} ${part}`, wordAt(part, start + from));
      from += part.length;
    }
  }
  return [...parts.values()];
}

function pairs(text: string, start: number): Word[] {
  return [...text.matchAll(/.(?=(.))/gu)].map(({ 0: character, 1: next = '', index }) => ({
    ...wordAt(character + next, start + index),
    chinese: true,
  }));
}
