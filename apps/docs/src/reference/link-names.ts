import { operationAddress, type Document, operationsOf } from '@vpcep/openapi/reader';
import { namedDecision } from '@vpcep/openapi/tsdoc';
import { decisionOfNumber } from '../decisions/decisions.js';

/** A link of the document itself, to what lies below the folder of the language. */
const ownLink = /\]\((?=[a-z]+\/)([^)]+)\)/g;

/** Words in code that are no part of a link yet. */
const codeWord = /(?<!\[)`([\w.]+)`(?!\]\()/g;

/**
 * Makes links of the operations, the error codes and the decisions that a text names, and has its own links lead there
 * from the page.
 *
 * @param addressOf where something is, seen from the page, that the site has at an address below the folder of the
 * language.
 */
export function nameLinks(
  document: Document,
  errorCodes: ReadonlySet<string>,
  addressOf: (address: string) => string,
): (text: string) => string {
  const targets = new Map([
    ...operationsOf(document).map(
      (described) => [described.operationId, addressOf(operationAddress(described.operationId))] as const,
    ),
    ...[...errorCodes].map((code) => [code, addressOf(`errors/#${code}`)] as const),
  ]);
  return (text) =>
    text
      .replace(ownLink, (_, address: string) => `](${addressOf(address)})`)
      .replace(codeWord, (code, name: string) => {
        const target = targets.get(name);
        return target === undefined ? code : `[${code}](${target})`;
      })
      .replace(namedDecision, (name, number: string) => {
        const isEnglish = name.startsWith('decision');
        const { title } = decisionOfNumber(number, isEnglish ? 'en' : 'zh-CN');
        return `[${name}${isEnglish ? ': ' : '：'}${title}](${addressOf(`decisions/${number}/`)})`;
      });
}

/**
 * Makes links of what the descriptions in a document name.
 *
 * @returns a copy of the document.
 */
export function linkNames(document: Document, linked: (text: string) => string): Document {
  const copy = structuredClone(document);
  linkWithin(copy, linked);
  return copy;
}

/** Changes the descriptions in a part of a document, but for those of responses, which Redoc makes buttons of. */
function linkWithin(part: object, linked: (text: string) => string, isResponse = false): void {
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    if (key === 'description' && typeof value === 'string') {
      if (!isResponse) Object.assign(part, { description: linked(value) });
    } else if (key === 'responses' && isObject(value)) {
      for (const response of Object.values(value).filter(isObject)) linkWithin(response, linked, true);
    } else if (isObject(value)) linkWithin(value, linked);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
