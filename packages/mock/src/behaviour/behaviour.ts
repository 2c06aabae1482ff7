import type { operations } from '@vpcep/types';
import type { ErrorCode } from '../answer.js';
import type { FilledQuery, operations as filledOperations } from '../generated/filled.js';
import type { Store } from '../store/store.js';

/** The operations of the API, by `operationId`. */
export type OperationId = keyof operations;

type Path<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer P }
  ? { readonly [Name in keyof P]: string }
  : Record<string, never>;

type Filled<Q, Names> = { [Name in Names & keyof Q]: NonNullable<Q[Name]> };

/** The query, in which parameters that have a default are there. */
type Query<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Q }
  ? Readonly<Omit<NonNullable<Q>, FilledQuery[Id]> & Filled<NonNullable<Q>, FilledQuery[Id]>>
  : Record<string, never>;

interface JsonContent<B> {
  content: { 'application/json': B };
}

/** The body, in which members that have a default are there. It may be missing where the document lets it be left out. */
type Body<Id extends OperationId> = filledOperations[Id] extends { requestBody: JsonContent<infer B> }
  ? Readonly<B>
  : filledOperations[Id] extends { requestBody?: never }
    ? undefined
    : filledOperations[Id] extends { requestBody?: JsonContent<infer B> }
      ? Readonly<B> | undefined
      : undefined;

/** The body of success, or nothing where the API sends none. */
type Success<Id extends OperationId> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer B } };
}
  ? B
  : undefined;

/** A request that the contract has found valid, with the defaults of the document for what it leaves out. */
export interface Call<Id extends OperationId> {
  readonly path: Path<Id>;
  readonly query: Query<Id>;
  readonly body: Body<Id>;
  /** How many items the lists of the body may have, where the document says. */
  readonly maxItems: { readonly [Field in keyof Body<Id>]?: number };
  /** Says which later state of the API allows a list of the body to have so many items, to follow a refusal; or nothing. */
  readonly laterMaxItems: (name: keyof Body<Id>, items: readonly unknown[]) => string;
  /** What the URL of the request has before the path, such as `http://127.0.0.1:4010`, with the path prefix of its world. */
  readonly baseUrl: string;
  /** Set when what is created shall fail later, with this code. */
  readonly creationFails?: ErrorCode;
}

/** What the mock does about operations. An error response is thrown. */
export type Behaviours = { [Id in OperationId]: (call: Call<Id>, store: Store) => Success<Id> };
