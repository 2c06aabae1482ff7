import type { IHttpOperation } from '@stoplight/types';
import { plainOperation } from '../document/described-operation.js';
import type { LaterState } from '../generated/document.js';
import { type Answering, type Contract, createContract } from './contract.js';
import { laterRequestsOf } from './lifted-rules.js';
import { readMore } from './read-more.js';
import { preparedWhenAsked } from './requests.js';
import type { Validation } from './validation.js';

/** The document that the mock was built from. */
export interface OwnDocument {
  /** Its operations by tables 1 to 7. */
  readonly readOperations: () => IHttpOperation[];
  /** Those of its operations that are others in a later state. */
  readonly readLaterOperations: (state: LaterState) => IHttpOperation[];
}

/** The contract of the document that the mock was built from, by tables 1 to 7 or a later state. */
export function ownContract(
  { readOperations, readLaterOperations }: OwnDocument,
  validation: Validation,
  asOf: LaterState | undefined,
  given: Answering,
): Contract {
  const answering = { ...given, readMore };
  const operations = readOperations();
  if (asOf === undefined) {
    const laterRequests = laterRequestsOf(readLaterOperations);
    return createContract(operations.map(ofOwn), validation, { ...answering, laterRequests });
  }
  const later = new Map(readLaterOperations(asOf).map((operation) => [operation.id, operation]));
  return createContract(
    operations.map((operation) => ofOwn(later.get(operation.id) ?? operation)),
    validation,
    answering,
  );
}

/** What is wrong with the document stops the build. */
const ofOwn = (operation: IHttpOperation) => preparedWhenAsked(plainOperation(operation));
