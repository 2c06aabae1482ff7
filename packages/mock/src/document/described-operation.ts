import type { IHttpOperation } from '@stoplight/types';

/** An operation, in the forms that its users need where a schema holds itself. Where none does, all are the same. */
export interface DescribedOperation {
  /** With schemas that hold themselves, for those who follow the values. */
  readonly whole: IHttpOperation;
  /** With references in the place of such schemas, for validators. */
  readonly checked: IHttpOperation;
  /** With schemas that come to an end, from which values are made up. */
  readonly finite: IHttpOperation;
  /** What the references of {@link checked} schemas refer to. */
  readonly definitions?: Readonly<Record<string, object>>;
}

/** An operation of a document without schemas that hold themselves. */
export const plainOperation = (operation: IHttpOperation): DescribedOperation => ({
  whole: operation,
  checked: operation,
  finite: operation,
});
