import type { OperationId } from '../operation-types.js';

/** Something that is changed to make a resource as wanted. As a text it reads `ports: […] → […] (updateEndpointService)`. */
export class Change {
  /** Which field of what is wanted. */
  readonly field: string;
  /** What it was; undefined when it was not there. */
  readonly from: unknown;
  /** What it is made. */
  readonly to: unknown;
  /** The operationId of the call that does it. */
  readonly operation: OperationId;

  constructor(field: string, from: unknown, to: unknown, operation: OperationId) {
    this.field = field;
    this.from = from;
    this.to = to;
    this.operation = operation;
  }

  toString(): string {
    return `${this.field}: ${written(this.from)} → ${written(this.to)} (${this.operation})`;
  }
}

/** A value as messages show it. */
export const written = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
