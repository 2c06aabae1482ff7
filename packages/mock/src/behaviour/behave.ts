import type { IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { Answer, ErrorCode } from '../answer.js';
import type { Store } from '../store/store.js';
import type { Call, OperationId } from './behaviour.js';
import { behaviours, hasBehaviour } from './index.js';
import { ErrorResponse } from './error-response.js';

/** Answers a valid request to an operation that has a behaviour. */
export type Behave = (operation: IHttpOperation, request: IHttpRequest, creationFails: ErrorCode | undefined) => Answer;

/** The values of a path's parameters. */
export function pathValues(template: string, path: string): Record<string, string> {
  const parts = path.split('/');
  return Object.fromEntries(
    template
      .split('/')
      .flatMap((part, index) =>
        part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(parts[index] ?? '')]] : [],
      ),
  );
}

function perform<Id extends OperationId>(id: Id, call: Call<Id>, store: Store): Answer {
  const body = behaviours[id](call, store);
  return body === undefined ? { status: 204 } : { status: 200, body };
}

/** Answers from a store, which another may take the place of. */
export function createBehave(store: () => Store): Behave {
  return (operation, request, creationFails) => {
    const id = operation.iid;
    if (id === undefined || !hasBehaviour(id)) throw new Error(`${id ?? operation.path} has no behaviour`);
    const current = store();
    current.settle();
    const call = {
      path: pathValues(operation.path, request.url.path),
      query: request.url.query ?? {},
      body: request.body,
      host: request.headers?.['host'] ?? '',
      ...(creationFails === undefined ? {} : { creationFails }),
    };
    try {
      // The contract has held the request against the document, which the types are made from.
      return perform(id, call as unknown as Call<typeof id>, current);
    } catch (error) {
      if (error instanceof ErrorResponse) return error.answer;
      throw error;
    }
  };
}
