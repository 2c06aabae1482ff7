/** The part of the document that the addresses of its operations are made from. */
export interface DocumentOfOperations {
  tags?: { name: string }[];
  paths: Record<string, Record<string, { operationId?: string; tags?: string[] }>>;
}

/** The place of a group of operations in the reference, without the `#`. */
export const tagAnchor = (tag: string): string => `tag/${tag.replaceAll(' ', '-')}`;

/**
 * The place of an operation in the reference, without the `#`.
 *
 * @throws Error when the document has no such operation.
 */
export function operationAnchor(operationId: string, document: DocumentOfOperations): string {
  const operation = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .find((candidate) => candidate.operationId === operationId);
  const [tag] = operation?.tags ?? [];
  if (tag === undefined) throw new Error(`there is no operation ${operationId} with a tag to link to`);
  return `${tagAnchor(tag)}/operation/${operationId}`;
}
