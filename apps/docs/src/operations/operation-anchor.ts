import { anchorOf, type Document, operationsOf } from '@vpcep/openapi/reader';

/**
 * The place of an operation in the reference, without the `#`.
 *
 * @throws Error when the document has no such operation.
 */
export function operationAnchor(operationId: string, document: Document): string {
  const found = operationsOf(document).find((candidate) => candidate.operationId === operationId);
  if (found === undefined) throw new Error(`the document has no operation ${operationId}`);
  return anchorOf(found);
}
