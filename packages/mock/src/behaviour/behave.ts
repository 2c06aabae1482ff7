import type { IHttpOperation } from '@stoplight/types';
import type { Answer, ErrorCode } from '../answer.js';
import type { Store } from '../store/store.js';
import type { Behaviours, Call } from './behaviour.js';
import { type BehavedOperation, behaviours, hasBehaviour } from './index.js';
import { ErrorResponse } from './error-response.js';

/** A request that the contract allows, with the defaults of the document for what it leaves out. */
export interface CheckedCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly baseUrl: string;
  readonly creationFails?: ErrorCode;
  readonly maxItems: Readonly<Record<string, number>>;
  /** Says which later state of the API allows a list of the body to have so many items, to follow a refusal; or nothing. */
  readonly laterMaxItems: (name: string, items: readonly unknown[]) => string;
}

/** Answers a valid request to an operation that has a behaviour, from a store. */
export type Behave = (operation: IHttpOperation, call: CheckedCall, store: Store) => Answer;

/** The status of success without a body that the document has for an operation; of several, the last. */
function statusWithoutBody({ responses }: IHttpOperation): number {
  const codes = responses.filter(({ code, contents = [] }) => /^2\d\d$/.test(code) && contents.length === 0);
  return Number(codes.at(-1)?.code ?? 204);
}

function perform<Id extends BehavedOperation>(operation: IHttpOperation, id: Id, call: Call<Id>, store: Store): Answer {
  const body = (behaviours as Pick<Behaviours, BehavedOperation>)[id](call, store);
  return body === undefined ? { status: statusWithoutBody(operation) } : { status: 200, body };
}

export const behave: Behave = (operation, call, store) => {
  const id = operation.iid;
  if (id === undefined || !hasBehaviour(id)) throw new Error(`${id ?? operation.path} has no behaviour`);
  store.settle();
  try {
    // The contract has held the request against the document, which the types are made from.
    return perform(operation, id, call as unknown as Call<typeof id>, store);
  } catch (error) {
    if (error instanceof ErrorResponse) return error.answer;
    throw error;
  }
};
