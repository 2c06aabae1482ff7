/** What cannot be seen, or changes how what is around it is shown: control, format and ignorable characters, halves of characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Shows such characters by their numbers, which do no harm to a terminal or to who reads. */
export const harmless = (text: string): string => text.replace(unseen, escaped);

/** The escapes of a character, which are valid in JSON too. */
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((code) => `\\u${code.toString(16).padStart(4, '0')}`)
    .join('');
