import type { Document } from '@vpcep/openapi/reader';
import { decisionTable } from '../decisions/decisions.js';
import type { Language } from '../site/languages.js';
import { type GuideName, readGuide } from './guides.js';

/** What a guide is written from. */
export interface GuideText {
  name: GuideName;
  language: Language;
  document: Document;
}

/** What a guide has in the place of a comment, in Markdown. */
type Part = (sources: GuideText, argument: string) => string;

/** By the first word of the comment: `<!-- permissions -->`, `<!-- default maxRetries -->`. */
const parts: Readonly<Record<string, Part>> = {
  decisions: ({ language }) => decisionTable(language),
};

/**
 * The whole text of a guide, in Markdown: what the document, the client and the decisions say already is read from
 * there.
 *
 * @throws Error when the guide names a part that there is none of.
 */
export const guideText = (sources: GuideText): string =>
  readGuide(sources.name, sources.language).replace(
    /<!-- ([\w-]+)(?: (\S+))? -->/g,
    (_, name: string, argument = '') => {
      const part = parts[name];
      if (part === undefined) throw new Error(`the guide ${sources.name} names a part ${name}, which there is none of`);
      return part(sources, String(argument));
    },
  );
