import type { Language } from '../site/languages.js';
import { absoluteAddress } from '../site/site-address.js';
import { textsOf } from '../site/texts.js';
import { machineTextsOf } from './machine-texts.js';
import { markdownAddress } from './markdown-address.js';

/** A page, and what it says in Markdown. */
export interface MarkdownPage {
  /** Its address below the folder of its language. */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

/** The page that has all operations once more. */
export const allOnOnePage = 'all/';

/** Where a language model finds each page as Markdown, as llmstxt.org has it. */
export function llmsTxt(language: Language, pages: readonly MarkdownPage[]): string {
  const { siteName, siteDescription, reference } = textsOf[language];
  const texts = machineTextsOf[language];
  const listed = pages.filter(({ path }) => path !== allOnOnePage);
  // Pages of one kind are below a list of them, which gives the section its name.
  const lists = listed.filter(({ path }) => path !== '' && listed.some((other) => isBelow(other.path, path)));
  const single = listed.filter(({ path }) => !lists.some((list) => path === list.path || isBelow(path, list.path)));
  const sections: [title: string, links: string[]][] = [
    [
      reference,
      [
        ...single.map((page) => linkTo(language, page)),
        `- [${texts.openApi}](${absoluteAddress(language, 'openapi.json')}): ${texts.openApiDescription}`,
        `- [llms-full.txt](${absoluteAddress(language, 'llms-full.txt')}): ${texts.allInOne}`,
      ],
    ],
    ...lists.map((list): [string, string[]] => [
      list.title,
      listed.filter(({ path }) => path === list.path || isBelow(path, list.path)).map((page) => linkTo(language, page)),
    ]),
  ];
  return [
    `# ${siteName}`,
    `> ${texts.llmsSummary(siteDescription)}`,
    ...sections.map(([title, links]) => `## ${title}\n\n${links.join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n');
}

/** All pages one after another, for who wants to read them at once. */
export const llmsFullTxt = (pages: readonly MarkdownPage[]): string =>
  pages
    .filter(({ path }) => path !== allOnOnePage)
    .map(({ markdown }) => markdown.trim())
    .join('\n\n---\n\n')
    .concat('\n');

const isBelow = (path: string, folder: string) => path !== folder && path.startsWith(folder);

const linkTo = (language: Language, { path, title, description }: MarkdownPage) =>
  `- [${title}](${markdownAddress(language, path)}): ${description}`;
