import { Marked, type Token, type Tokens } from 'marked';

/** A heading of a text in Markdown, and what stands below it. */
export interface Section {
  /** Level of the heading; 0 for what stands before the first one. */
  depth: number;
  title: string;
  /** Plain text. */
  text: string;
}

/** The words of a text in Markdown, without its marks. */
export const plainText = (markdown: string): string => wordsIn(new Marked().lexer(markdown));

/** What a text in Markdown begins with: as many sentences of its first paragraph as fit below a result of a search engine. */
export function firstSentences(markdown: string, length = 160): string {
  const first = plainText(markdown.split(/\n\s*\n/)[0] ?? '');
  const [sentence = '', ...others] = first.split(/(?<=[.。!?？！])(?:\s+|(?=\p{Script=Han}))/u);
  let taken = sentence;
  for (const other of others) {
    const longer = `${taken}${/[。？！]$/.test(taken) ? '' : ' '}${other}`;
    if (longer.length > length) break;
    taken = longer;
  }
  return taken;
}

/** Splits a text in Markdown at its headings. */
export function sectionsOf(markdown: string): Section[] {
  const sections: (Omit<Section, 'text'> & { tokens: Token[] })[] = [{ depth: 0, title: '', tokens: [] }];
  for (const token of new Marked().lexer(markdown)) {
    if (token.type === 'heading') {
      const { depth, tokens } = token as Tokens.Heading;
      sections.push({ depth, title: wordsIn(tokens), tokens: [] });
    } else sections.at(-1)?.tokens.push(token);
  }
  return sections.map(({ tokens, ...section }) => ({ ...section, text: wordsIn(tokens) }));
}

/** A line that ends within Chinese, which has no space between words. */
const brokenChinese = /(?<=[\p{Script=Han}，。；：、）])\n(?=[\p{Script=Han}（])/gu;

/** The cells of a table, as paragraphs: a word does not go on in the next one. */
const cellsOf = ({ header, rows }: Tokens.Table): Token[] =>
  [header, ...rows].flat().map(({ text, tokens }) => ({ type: 'paragraph', raw: text, text, tokens }));

function wordsIn(given: Token[]): string {
  const tokens = given.flatMap((token) => (token.type === 'table' ? cellsOf(token as Tokens.Table) : token));
  const words: string[] = [];
  void new Marked().walkTokens(tokens, (token) => {
    const leaf = !('tokens' in token) && ['text', 'escape', 'codespan', 'code'].includes(token.type);
    if (leaf) words.push((token as Tokens.Text).text.replace(brokenChinese, ''));
    else if (token.type !== 'strong' && token.type !== 'em' && token.type !== 'link') words.push(' ');
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}
