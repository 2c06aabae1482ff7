import { type DescribedOperation, type Document, operationsOf } from '../../src/reader.js';
import { type RequestSchema, requestSchemas } from '../request-schemas.js';

/** A change of what the document says about an operation. */
export interface OperationChange {
  /** Where in the document it is written. */
  readonly pointer: string;
  readonly message: string;
  readonly breaks: boolean;
}

/** An operation in one of two documents, with the schemas of its requests. */
export interface ComparedOperation extends DescribedOperation {
  readonly schemas: readonly RequestSchema[];
}

/** The operations that both documents have, whatever the names of parameters in their paths. */
export function operationPairs(
  released: Document,
  present: Document,
): { released: ComparedOperation; present: ComparedOperation }[] {
  const before = new Map(compared(released).map((operation) => [keyOf(operation), operation]));
  return compared(present).flatMap((operation) => {
    const earlier = before.get(keyOf(operation));
    return earlier === undefined ? [] : [{ released: earlier, present: operation }];
  });
}

const compared = (document: Document): ComparedOperation[] =>
  operationsOf(document).map((operation) => ({ ...operation, schemas: requestSchemas(document, operation) }));

const keyOf = ({ method, path }: DescribedOperation) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
