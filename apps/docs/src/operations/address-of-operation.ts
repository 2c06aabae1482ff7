import { type Document, operationAddress, operationsOf } from '@vpcep/openapi/reader';

/**
 * The page of an operation that somebody has named by hand.
 *
 * @throws Error when the document has no such operation.
 */
export function addressOfOperation(operationId: string, document: Document): string {
  if (operationsOf(document).every((each) => each.operationId !== operationId)) {
    throw new Error(`the document has no operation ${operationId}`);
  }
  return operationAddress(operationId);
}
