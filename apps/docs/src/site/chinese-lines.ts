/** Marks that stand for themselves, with no blank on either side. */
const stop = '，。；：、！？（）…';
/** What else stands close to Chinese characters; English has these quotation marks too. */
const character = `\\p{Script=Han}${stop}“”《》`;

/** What ends a line, and what begins one, beside the marks of Markdown for links and emphasis. */
const endsWith = (characters: string) => new RegExp(`[${characters}](?:\\]\\([^()\\s]*\\))?[*_]*$`, 'u');
const beginsWith = (characters: string) => new RegExp(`^[*_]*\\[?[*_]*[${characters}]`, 'u');
const endsWithStop = endsWith(stop);
const endsWithCharacter = endsWith(character);
const beginsWithStop = beginsWith(stop);
const beginsWithCharacter = beginsWith(character);

/** A line that begins something of its own: an entry of a list, a heading, a row of a table, code, HTML. */
const beginsBlock = /^\s*(?:[-*+] |\d+[.)] |#|>|\||`{3}|<|$)/;
/** A line that nothing goes on from. */
const isWhole = /^\s*(?:#|\||`{3}|<|$)/;

/**
 * Puts lines of a text in Markdown together where a browser would show a blank that Chinese does not have: between
 * Chinese characters, and beside Chinese punctuation.
 */
export function joinChineseLines(markdown: string): string {
  let fence: string | undefined;
  return markdown.split('\n').reduce((before, line, index) => {
    if (index === 0) return line;
    const last = before.slice(before.lastIndexOf('\n') + 1);
    const [, mark] = /^\s*(`{3,})/.exec(last) ?? [];
    if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    const goesOn = fence === undefined && !isWhole.test(last) && !beginsBlock.test(line);
    return goesOn && isClose(last, line.trimStart()) ? before + line.trimStart() : `${before}\n${line}`;
  }, '');
}

const isClose = (last: string, next: string) =>
  endsWithStop.test(last) ||
  beginsWithStop.test(next) ||
  (endsWithCharacter.test(last) && beginsWithCharacter.test(next));
