import { VpcepError } from './vpcep-error.js';

/** Options of every error of a call. */
export interface CallErrorOptions extends ErrorOptions {
  attempts?: number;
}

/** A call failed. */
export abstract class VpcepCallError extends VpcepError {
  /** The operationId of the call. */
  readonly operation: string;
  /** How many times the call was tried. */
  readonly attempts: number;

  constructor(operation: string, message: string, { attempts = 1, ...options }: CallErrorOptions = {}) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
    this.attempts = attempts;
  }
}
