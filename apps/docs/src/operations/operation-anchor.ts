import { type DescribedOperation, type Document, operationsOf, required } from '@vpcep/openapi/reader';

/** The place of a group of operations in the reference, without the `#`. */
export const tagAnchor = (tag: string): string => `tag/${tag.replaceAll(' ', '-')}`;

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

/** The place of an operation in the reference, without the `#`. */
export function anchorOf(described: DescribedOperation): string {
  const tag = required(described.operation.tags?.[0], described, 'tag, which it would be listed under');
  return `${tagAnchor(tag)}/operation/${described.operationId}`;
}
