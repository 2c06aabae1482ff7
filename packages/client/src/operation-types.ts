import type { VpcepCall } from './call/vpcep-call.js';
import type { OperationMethods } from './generated/operation-methods.js';

/** The operationId of a call. */
export type OperationId = keyof OperationMethods;

/** What a call takes: `path`, `query` and `body` as the document types them, and the options of a single call. */
export type OperationArguments<Id extends OperationId> = NonNullable<Parameters<OperationMethods[Id]>[0]>;

/** What a call resolves with: the body of the answer with status 2xx. */
export type OperationResult<Id extends OperationId> =
  ReturnType<OperationMethods[Id]> extends VpcepCall<infer Result> ? Result : never;

/** The method of an operation. The arguments may be left out when nothing in them is mandatory. */
export type OperationMethod<Id extends OperationId> = OperationMethods[Id];

type AllCalls = {
  [Id in OperationId]: (...args: Parameters<OperationMethod<Id>>) => Promise<OperationResult<Id>>;
};

/** Calls of some operations, by a client or whatever stands in for one. */
export type OperationCalls<Id extends OperationId> = Pick<AllCalls, Id>;
