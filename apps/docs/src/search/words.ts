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
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(words)].map((match) => {
    const [found, han] = match;
    const word = wordAt(found, match.index);
    return han === undefined
      ? { ...word, parts: identifierParts(found, match.index) }
      : { ...word, parts: pairs(han, match.index), chinese: true };
  });
}

/** Everything that a word is found by. */
export const termsOf = (text: string): string[] =>
  wordsOf(text).flatMap(({ term, parts, chinese: isChinese }) => {
    const smaller = parts.map((part) => part.term);
    return isChinese ? [...smaller, ...Array.from(term)] : [term, ...smaller];
  });

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
