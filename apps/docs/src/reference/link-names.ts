import type { Document } from '@vpcep/openapi/reader';
import { namedDecision } from '@vpcep/openapi/tsdoc';
import { decisionOfNumber } from '../decisions/decisions.js';
import { joinChineseLines } from '../site/chinese-lines.js';

/** A link of the document itself, to what lies below the folder of the language. */
const ownLink = /\]\((?=[a-z]+\/)([^)\s]+)/g;

/** Words in code that are no part of a link yet. */
const codeWord = /(?<!\[)`([\w.]+)`(?!\]\()/g;

/**
 * Makes links of the error codes and the decisions that a text names, and has its own links lead there from the page.
 *
 * @param addressOf where something is, seen from the page, that the site has at an address below the folder of the
 * language.
 */
export function nameLinks(
  errorCodes: ReadonlySet<string>,
  addressOf: (address: string) => string,
): (text: string) => string {
  return (text) =>
    text
      .replace(ownLink, (_, address: string) => `](${addressOf(address)}`)
      .replace(codeWord, (code, name: string) =>
        errorCodes.has(name) ? `[${code}](${addressOf(`errors/#${name}`)})` : code,
      )
      .replace(namedDecision, (name, number: string) => {
        const isEnglish = name.startsWith('decision');
        const { title } = decisionOfNumber(number, isEnglish ? 'en' : 'zh-CN');
        return `[${name}${isEnglish ? ': ' : '：'}${title}](${addressOf(`decisions/${number}/`)})`;
      });
}

/** Makes links of what texts in Markdown name. */
export interface Linking {
  linked: (markdown: string) => string;
  /** Where there can be no link; nothing for texts that stay as they are. */
  quoted?: (markdown: string) => string;
}

/**
 * Makes links of what the descriptions in a document name, but in those of responses, which Redoc makes buttons of, and
 * joins their lines where Chinese has no blank.
 *
 * @returns a copy of the document.
 */
export function linkNames(document: Document, linking: Linking): Document {
  const copy = structuredClone(document);
  linkWithin(copy, linking);
  return copy;
}

function linkWithin(part: object, linking: Linking, isResponse = false): void {
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    if (key === 'description' && typeof value === 'string') {
      const written = isResponse ? linking.quoted : linking.linked;
      if (written !== undefined) Object.assign(part, { description: written(joinChineseLines(value)) });
    } else if (key === 'responses' && isObject(value)) {
      for (const response of Object.values(value).filter(isObject)) linkWithin(response, linking, true);
    } else if (isObject(value)) linkWithin(value, linking);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
