import type { CataloguedError } from './errors-page.js';

/** What the reference knows of the error catalogue. */
export interface ErrorsOfReference {
  /** Where the catalogue is, seen from the reference: the codes are anchors in it. */
  catalogue: string;
  /** The message of each code that only operations about the same things give. */
  messages: Record<string, string>;
}

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

/**
 * Takes from the catalogue what the reference shows of it.
 *
 * @throws when an operation gives a code that the catalogue does not have.
 */
export function errorsOfReference(
  document: { paths: object },
  errors: readonly CataloguedError[],
  catalogue: string,
): ErrorsOfReference {
  const known = new Map(errors.map((error) => [error.code, error]));
  const messages: ErrorsOfReference['messages'] = {};
  for (const code of [...errorCodesOfOperations(document).values()].flat()) {
    const error = known.get(code);
    if (error === undefined) throw new Error(`an operation gives ${code}, which the catalogue does not have`);
    if (error.category !== 'system') messages[code] = error.message;
  }
  return { catalogue, messages };
}
