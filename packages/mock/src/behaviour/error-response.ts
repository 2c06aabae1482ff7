import { type Answer, type ErrorCode, serviceError } from '../answer.js';

/** A request that the service refuses: by a code of its catalogue, with the field, and what to do. */
export class ErrorResponse extends Error {
  override name = 'ErrorResponse';
  readonly answer: Answer;

  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.answer = serviceError(code, detail);
  }
}
