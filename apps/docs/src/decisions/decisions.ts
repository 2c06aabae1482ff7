import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Marked, type Token, type Tokens } from 'marked';
import type { Language } from '../site/languages.js';
import { titleOf } from '../site/markdown.js';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(require.resolve(`@vpcep/openapi/decisions/${file}`), 'utf8');

/** What the document says where its source contradicts itself, or leaves something open. */
export interface Decision {
  number: string;
  /** The file that it is written in. */
  file: string;
  /** What it is about, in Markdown. */
  title: string;
  /** What was chosen, in a line of Markdown. */
  choice: string;
}

/** The list of all decisions in a language, in Markdown. */
export const readDecisionList = (language: Language): string =>
  read(language === 'en' ? 'README.md' : `README.${language}.md`);

/** A decision in full, in Markdown, which there is in English alone. */
export const readDecision = ({ file }: Decision): string => read(file);

const known = new Map<Language, Decision[]>();

/** All decisions, as the list of a language has them. */
export function decisionsIn(language: Language): Decision[] {
  const decisions = known.get(language) ?? tableOf(language).rows.map((cells) => decisionOf(cells, language));
  known.set(language, decisions);
  return decisions;
}

/** The table of all decisions, in Markdown. */
export const decisionTable = (language: Language): string => tableOf(language).raw.trim();

/** The decision of a number. */
export function decisionOfNumber(number: string, language: Language): Decision {
  const decision = decisionsIn(language).find((each) => each.number === number);
  if (decision === undefined) throw new Error(`there is no decision ${number} in the list in ${language}`);
  return decision;
}

/** Where the site has what a list or a decision leads to by its file; nothing for what it does not have. */
export function addressOfFile(file: string): string | undefined {
  const number = /^0*(\d+)-/.exec(file)?.[1];
  return number === undefined ? undefined : `decisions/${number}/`;
}

function tableOf(language: Language): Tokens.Table {
  const table = new Marked().lexer(readDecisionList(language)).find(isTable);
  if (table === undefined) throw new Error(`the list of decisions in ${language} has no table`);
  return table;
}

const isTable = (token: Token): token is Tokens.Table => token.type === 'table';

function decisionOf([number, about, choice]: Tokens.TableCell[], language: Language): Decision {
  const [, title, file] = /^\[(.+)\]\((\S+)\)$/.exec(about?.text ?? '') ?? [];
  if (number === undefined || title === undefined || file === undefined || choice === undefined)
    throw new Error(`a row of the list of decisions in ${language} has no number, link or choice`);
  const decision = { number: number.text, file, title, choice: choice.text };
  if (language === 'en' && titleOf(readDecision(decision)) !== `${decision.number}. ${title}`)
    throw new Error(`the list calls decision ${decision.number} "${title}", and its own page does not`);
  return decision;
}
