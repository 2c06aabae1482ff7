import { isDeepStrictEqual } from 'node:util';
import { type DescribedResponse, type Document, operationsOf } from '@vpcep/openapi/reader';

/** The responses that every operation of a document can end with, each the same whatever was asked. */
export function commonResponses(document: Document): DescribedResponse[] {
  const [first, ...others] = operationsOf(document);
  return (first?.responses ?? []).filter(({ status, response }) =>
    others.every(({ responses }) =>
      responses.some((other) => other.status === status && isDeepStrictEqual(other.response, response)),
    ),
  );
}

/**
 * Leaves each operation the responses that not all others have: the rest is said once, where the error codes are.
 *
 * @returns a copy of the document.
 */
export function withOwnResponses(document: Document): Document {
  const copy = structuredClone(document);
  const common = commonResponses(document).map(({ status }) => status);
  for (const { operation } of operationsOf(copy)) {
    for (const status of common) delete operation.responses?.[status];
  }
  return copy;
}
