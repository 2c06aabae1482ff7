import { decisionTable } from '../decisions/decisions.js';
import { operationNamed } from '../operations/address-of-operation.js';
import { callLink } from './call-link.js';
import { defaultOf } from './client-defaults.js';
import { type GuideText, readGuide } from './guides.js';
import { conceptPicture } from './concept-picture.js';
import { pagedCalls } from './paged-calls.js';
import { permissions } from './permissions.js';
import { repeatedCalls } from './repeated-calls.js';
import { sendReport, sources } from './repository-parts.js';
import { states } from './states.js';
import { throttlingCodes } from './throttling-codes.js';

/** What a guide has in the place of a comment, in Markdown. */
type Part = (sources: GuideText, argument: string) => string;

/** By the first word of the comment: `<!-- permissions -->`, `<!-- default WaitOptions.minDelay -->`. */
const parts: Readonly<Record<string, Part>> = {
  'concept-picture': conceptPicture,
  decisions: ({ language }) => decisionTable(language),
  default: (_, option) => `\`${defaultOf(option)}\``,
  'paged-calls': pagedCalls,
  permissions,
  'repeated-calls': repeatedCalls,
  'send-report': sendReport,
  sources,
  states,
  'throttling-codes': throttlingCodes,
};

/** A link to a call that has its operationId for words, too. */
const linkById = /\[(\w+)\]\(#operation\/\1\)/g;

/**
 * The whole text of a guide, in Markdown: what the document, the client and the decisions say already is read from
 * there, such as what the calls are called.
 *
 * @throws Error when the guide names a part that there is none of.
 */
export const guideText = (sources: GuideText): string =>
  readGuide(sources.name, sources.language)
    .replace(/<!-- ([\w-]+)(?: (\S+))? -->/g, (_, name: string, argument = '') => {
      const part = parts[name];
      if (part === undefined) throw new Error(`the guide ${sources.name} names a part ${name}, which there is none of`);
      return part(sources, String(argument));
    })
    .replace(linkById, (_, operationId: string) => callLink(operationNamed(operationId, sources.document)));
