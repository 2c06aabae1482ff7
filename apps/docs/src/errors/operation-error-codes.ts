import type { CataloguedError } from '@vpcep/openapi/documents';
import { type Document, DocumentError, operationsOf } from '@vpcep/openapi/reader';
import type { ErrorsOfReference } from '../operations/reference-context.js';

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
 * @throws DocumentError when an operation gives a code that the catalogue does not have.
 */
export function errorsOfReference(
  document: Document,
  errors: readonly CataloguedError[],
  catalogue: string,
): ErrorsOfReference {
  const known = new Map(errors.map((error) => [error.code, error]));
  const messages: ErrorsOfReference['messages'] = {};
  for (const described of operationsOf(document)) {
    for (const code of described.operation['x-error-codes'] ?? []) {
      const error = known.get(code);
      if (error === undefined) throw new DocumentError(described, `gives ${code}, which the catalogue does not have`);
      if (error.category !== 'system') messages[code] = error.message;
    }
  }
  return { catalogue, messages };
}
