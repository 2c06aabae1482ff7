/** How wide a character is, of letters that are 13 pixels high: the widest of those that are common. */
const widthOf = (character: string) => (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 13 : 6.9);

/** Breaks words into lines of a picture, which has no browser to break them. Chinese may break at any character. */
export function linesOf(words: string, width: number): string[] {
  const lines = [''];
  let left = width;
  for (const [part] of words.matchAll(
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|\s+/gu,
  )) {
    const needed = Array.from(part).reduce((sum, character) => sum + widthOf(character), 0);
    const line = lines.at(-1) ?? '';
    // No line begins with a mark that ends a clause.
    if (needed <= left || line === '' || /^[，。；：、）」]/u.test(part)) {
      lines[lines.length - 1] = line + part;
      left -= needed;
    } else {
      lines.push(part.trim());
      left = part.trim() === '' ? width : width - needed;
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
