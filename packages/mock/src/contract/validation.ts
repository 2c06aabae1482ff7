import type { IHttpOperationConfig, IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import type { Answer } from '../answer.js';

/** What is wrong with a value, as far as a validator says it. */
export interface Diagnostic {
  /** Names and positions that lead to the value. */
  readonly path?: string[];
  /** The keyword that says so, or the status of an answer to it. */
  readonly code?: string | number;
  readonly message: string;
}

/** What is wrong, by a keyword of a schema: of one that knows no others, the property that it found is named. */
export const diagnosticOf = (
  path: string[],
  { keyword, message = '', params }: { keyword: string; message?: string; params: Readonly<Record<string, unknown>> },
): Diagnostic => ({
  path,
  code: keyword,
  message: keyword === 'additionalProperties' ? `${message}; found '${String(params['additionalProperty'])}'` : message,
});

/** An answer from the document. */
export interface DocumentedAnswer {
  readonly answer: Answer;
  /** What is wrong with the request. */
  readonly request: readonly Diagnostic[];
  /** What is wrong with the answer, which can only be if it was made up. */
  readonly response: readonly Diagnostic[];
}

/** Answers a request from what was found wrong with it. */
export type Respond = (request: readonly Diagnostic[]) => Answer;

/** Holds requests and answers against the document. */
export interface Validation {
  /** Checks the credentials, the query and the body of a request, and has somebody else answer it. */
  check(operation: IHttpOperation, request: IHttpRequest, respond: Respond): Answer | Promise<Answer>;
  /** Checks them as well, and answers from the document. */
  answer(
    operation: IHttpOperation,
    request: IHttpRequest,
    choice: IHttpOperationConfig,
  ): DocumentedAnswer | Promise<DocumentedAnswer>;
  /** Whether a value is valid against a schema of an operation. */
  isValid(schema: JSONSchema7, value: unknown): boolean;
  /** The first rule that a value breaks, as a list of one, or of none when it is valid. */
  firstViolation(schema: JSONSchema7, value: unknown, path: string[]): Diagnostic[];
  /** Why it cannot make up values at random for an answer; undefined when it can. */
  readonly makesNothingUp?: string;
}
