import type { IHttpOperation } from '@stoplight/types';
import type { TypedParameter } from '../request/typed-query.js';

/** As much of an operation as tells what the address of a request means, and no more: its document may be replaced. */
export interface AddressedOperation {
  readonly id: string | undefined;
  /** The path as the document writes it, with the names of its parameters. */
  readonly path: string;
  readonly query: readonly TypedParameter[];
}

const made = new WeakMap<IHttpOperation, AddressedOperation>();

/** What the journal keeps of an operation; the same for all requests to it. */
export function addressedOperation(operation: IHttpOperation): AddressedOperation {
  let addressed = made.get(operation);
  if (addressed === undefined) {
    const query = operation.request?.query ?? [];
    addressed = {
      id: operation.iid,
      path: operation.path,
      query: query.map(({ name, schema }) => ({ name, schema: { type: schema?.type } })),
    };
    made.set(operation, addressed);
  }
  return addressed;
}
