import { Marked, type Token, type Tokens } from 'marked';
import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { joinChineseLines } from './chinese-lines.js';
import { CopyButton } from './copy-button.js';
import type { Language } from './languages.js';

loadLanguages(['typescript', 'bash', 'python', 'json']);

/** By the name that a block of code has. `sh` is for commands, one a line, and `bash` for a whole script. */
const grammars: Readonly<Record<string, string>> = {
  ts: 'typescript',
  sh: 'bash',
  bash: 'bash',
  py: 'python',
  json: 'json',
  text: 'plain',
};

/** A text in Markdown, as HTML. */
export interface Rendered {
  title: string;
  /** What follows the title. */
  html: string;
}

/**
 * Renders a text that begins with its title.
 *
 * @param anchors - the IDs of the headings below the title, in order. They are given, so that they can be the same in
 * all languages.
 * @param address - where a link leads, of what the Markdown says; without an address, its words stand alone.
 * @param rowAnchor - the ID of a row of a table whose first cell is a number; without it, rows have none.
 */
export function renderMarkdown(
  text: string,
  language: Language,
  anchors: readonly string[],
  address: (target: string) => string | undefined,
  rowAnchor?: (number: string) => string,
): Rendered {
  const left = [...anchors];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const id = left.shift();
        if (id === undefined) throw new Error(`the heading "${headingText(tokens)}" has no anchor`);
        const content = this.parser.parseInline(tokens);
        return `<h${depth} id="${id}"><a href="#${id}">${content}</a></h${depth}>\n`;
      },
      link({ href, title, tokens }: Tokens.Link) {
        const target = address(href);
        const words = this.parser.parseInline(tokens);
        const named = title == null ? '' : ` title="${title}"`;
        return target === undefined ? words : `<a href="${target}"${named}>${words}</a>`;
      },
      code({ text: code, lang = '' }: Tokens.Code) {
        const name = grammars[lang];
        const grammar = name === undefined ? undefined : Prism.languages[name];
        if (name === undefined || grammar === undefined) throw new Error(`there is no grammar for "${lang}"`);
        const copy = renderToStaticMarkup(<CopyButton language={language} />);
        const html = Prism.highlight(code, grammar, name);
        return `<div class="code">${copy}<pre tabindex="0"><code class="language-${name}">${html}</code></pre></div>\n`;
      },
      table(token: Tokens.Table) {
        const idOf = ([first]: Tokens.TableCell[]) =>
          first !== undefined && rowAnchor !== undefined && /^\d+$/.test(first.text)
            ? ` id="${rowAnchor(first.text)}"`
            : '';
        const row = (cells: Tokens.TableCell[], tag: string) =>
          `<tr${idOf(cells)}>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const head = row(token.header, 'th');
        return `<div class="scroll" tabindex="0"><table><thead>${head}</thead><tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>\n`;
      },
    },
  });
  const [, ...rest] = marked.lexer(joinChineseLines(text));
  // The lexer collects the targets of reference links, which there are none of.
  const tokens = Object.assign(rest, { links: {} });
  const html = marked.parser(tokens);
  if (left.length > 0) throw new Error(`no heading for the anchors ${left.join(', ')}`);
  return { title: titleOf(text), html };
}

/** Renders a text of a few sentences, whose links lead where they say. */
export const renderSentences = (text: string): string =>
  new Marked({ async: false }).parse(joinChineseLines(text), { async: false });

/** Renders words that stand within a line. */
export const renderWords = (words: string): string =>
  new Marked({ async: false }).parseInline(joinChineseLines(words), { async: false });

/** Words that stand within a line, without the marks of Markdown. */
export const wordsOf = (words: string): string => plainWords(new Marked().Lexer.lexInline(joinChineseLines(words)));

/** The first sentence below the title of a text, without the marks of Markdown. */
export function firstSentenceOf(text: string): string {
  const paragraph = new Marked().lexer(joinChineseLines(text)).find((token) => token.type === 'paragraph');
  const words = plainWords(paragraph === undefined ? [] : [paragraph]);
  const [sentence] = /^.+?(?:[.?!](?=\s|$)|[。？！])/u.exec(words) ?? [];
  if (sentence === undefined) throw new Error(`no sentence follows the title of "${titleOf(text)}"`);
  return sentence;
}

const plainWords = (tokens: readonly Token[]): string => tokens.map(wordsOfToken).join('').replaceAll('\n', ' ');

/** A token holds others, or a text. */
const wordsOfToken = ({ tokens, text = '' }: { raw: string; tokens?: Token[] | undefined; text?: unknown }): string =>
  tokens === undefined ? String(text) : plainWords(tokens);

/** The title that a text in Markdown begins with. */
export function titleOf(text: string): string {
  const [first] = new Marked().lexer(text);
  if (first === undefined || !isHeading(first) || first.depth !== 1)
    throw new Error('a text begins with a title of level 1');
  return headingText(first.tokens);
}

/** IDs for the headings below the title of a text. */
export function anchorsOf(text: string): string[] {
  return new Marked()
    .lexer(text)
    .filter(isHeading)
    .filter(({ depth }) => depth !== 1)
    .map(({ text: heading }) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    );
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

const headingText = (tokens: Tokens.Generic[] | undefined): string => (tokens ?? []).map(({ raw }) => raw).join('');
