import type { CataloguedError } from '@vpcep/openapi/documents';
import { type DescribedResponse, type Document, DocumentError, operationsOf } from '@vpcep/openapi/reader';
import { callNames } from '../calls/call-names.js';
import type { ErrorsOfReference } from '../operations/reference-context.js';
import type { Language } from '../site/languages.js';

interface Operation {
  operationId?: string;
  'x-error-codes'?: string[];
}

/** The codes that each operation of a document is known to give, by its ID. */
export const errorCodesOfOperations = ({ paths }: { paths: object }): Map<string, string[]> =>
  new Map(
    Object.values(paths)
      .flatMap((item: Record<string, Operation>) => Object.values(item))
      .flatMap(({ operationId, 'x-error-codes': codes }) =>
        operationId === undefined || codes === undefined ? [] : [[operationId, codes] as const],
      ),
  );

/** The codes that every operation of a document gives. */
export function commonErrorCodes(document: Document): string[] {
  const [first = [], ...others] = operationsOf(document).map(({ operation }) => operation['x-error-codes'] ?? []);
  return first.filter((code) => others.every((codes) => codes.includes(code)));
}

/** What the reference is told of errors. */
interface Sources {
  document: Document;
  language: Language;
  /** The catalogue, and where it is, seen from the reference. */
  errors: readonly CataloguedError[];
  catalogue: string;
  /** The responses that every operation can end with. */
  common: readonly DescribedResponse[];
}

/**
 * Takes from the catalogue what the reference shows of it.
 *
 * @throws DocumentError when an operation gives a code that the catalogue does not have.
 */
export function errorsOfReference({ document, language, errors, catalogue, common }: Sources): ErrorsOfReference {
  const known = new Map(errors.map((error) => [error.code, error]));
  const names = callNames(document);
  const codes: ErrorsOfReference['codes'] = {};
  for (const described of operationsOf(document)) {
    for (const code of described.operation['x-error-codes'] ?? []) {
      const error = known.get(code);
      if (error === undefined) throw new DocumentError(described, `gives ${code}, which the catalogue does not have`);
      codes[code] = { message: error.message, remedy: names.partsOf(error.remedy[language]) };
    }
  }
  return {
    catalogue,
    codes,
    ofEveryCall: { codes: commonErrorCodes(document), statuses: common.map(({ status }) => status) },
  };
}
