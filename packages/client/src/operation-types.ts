import type { operations } from '@vpcep/types';
import type { CallOptions } from './call/call-options.js';
import type { VpcepCall } from './call/vpcep-call.js';

/** The operationId of a call. */
export type OperationId = keyof operations;

type IsOptional<T> = Partial<T> extends T ? true : false;

/** A member that may be left out when nothing in it is mandatory. */
type Member<Name extends string, T> = [T] extends [undefined]
  ? unknown
  : IsOptional<T> extends true
    ? Partial<Record<Name, T>>
    : Record<Name, T>;

/** The project is the client's own, unless the call names another. */
type PathValues<P> = P extends { project_id: string } ? Omit<P, 'project_id'> & { project_id?: string } : P;

type BodyOf<R> = R extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** What a call takes: `path`, `query` and `body` as the document types them, and the options of a single call. */
export type OperationArguments<Id extends OperationId> = Member<
  'path',
  PathValues<Exclude<operations[Id]['parameters']['path'], undefined>>
> &
  Member<'query', Exclude<operations[Id]['parameters']['query'], undefined>> &
  (operations[Id] extends { requestBody: infer Body } ? { body: BodyOf<Body> } : unknown) &
  CallOptions;

/** What a call resolves with: the body of the answer with status 2xx. */
export type OperationResult<Id extends OperationId> = operations[Id]['responses'] extends {
  200: { content: { 'application/json': infer Result } };
}
  ? Result
  : undefined;

/** The method of an operation. The arguments may be left out when nothing in them is mandatory. */
export type OperationMethod<Id extends OperationId> =
  IsOptional<OperationArguments<Id>> extends true
    ? (args?: OperationArguments<Id>) => VpcepCall<OperationResult<Id>>
    : (args: OperationArguments<Id>) => VpcepCall<OperationResult<Id>>;

type AllCalls = {
  [Id in OperationId]: (...args: Parameters<OperationMethod<Id>>) => Promise<OperationResult<Id>>;
};

/** Calls of some operations, by a client or whatever stands in for one. */
export type OperationCalls<Id extends OperationId> = Pick<AllCalls, Id>;
