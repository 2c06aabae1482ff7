import { type DocumentOfOperations, operationAnchor } from './operation-anchor.js';

/** Words in code that are no part of a link yet. */
const codeWord = /(?<!\[)`([\w.]+)`(?!\]\()/g;

/**
 * Makes links of the operations and the error codes that the descriptions in a document name.
 *
 * @param catalogue where the error catalogue is, seen from the reference.
 * @returns a copy of the document.
 */
export function linkNames<Document extends DocumentOfOperations>(
  document: Document,
  errorCodes: ReadonlySet<string>,
  catalogue: string,
): Document {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
  const targets = new Map([
    ...operations.flatMap(({ operationId }) =>
      operationId === undefined ? [] : [[operationId, `#${operationAnchor(operationId, document)}`] as const],
    ),
    ...[...errorCodes].map((code) => [code, `${catalogue}#${code}`] as const),
  ]);
  const linked = (text: string) =>
    text.replace(codeWord, (code, name: string) => {
      const target = targets.get(name);
      return target === undefined ? code : `[${code}](${target})`;
    });
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
