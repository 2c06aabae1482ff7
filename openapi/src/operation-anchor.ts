import { required } from './document-error.js';
import type { DescribedOperation } from './operations.js';

/** The place of a group of operations in the reference, without the `#`. */
export const tagAnchor = (tag: string): string => `tag/${tag.replaceAll(' ', '-')}`;

/** The place of an operation in the reference, without the `#`. */
export function anchorOf(described: DescribedOperation): string {
  const tag = required(described.operation.tags?.[0], described, 'tag, which it would be listed under');
  return `${tagAnchor(tag)}/operation/${described.operationId}`;
}
