import { type DescribedOperation, type Document, operationAddress, operationsOf } from '@vpcep/openapi/reader';

/**
 * The operation that somebody has named by hand.
 *
 * @throws Error when the document has no such operation.
 */
export function operationNamed(operationId: string, document: Document): DescribedOperation {
  const named = operationsOf(document).find((each) => each.operationId === operationId);
  if (named === undefined) throw new Error(`the document has no operation ${operationId}`);
  return named;
}

/** The page of an operation that somebody has named by hand. */
export const addressOfOperation = (operationId: string, document: Document): string =>
  operationAddress(operationNamed(operationId, document).operationId);
