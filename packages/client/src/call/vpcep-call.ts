import type { Answer } from './running-call.js';

/** The result of a call together with the answer it came in. */
export interface ResultWithResponse<Result> {
  /** The body of the answer. */
  data: Result;
  /** The answer's status and headers. Its body has been read. */
  response: Response;
}

/** A call on its way: a promise of its result, and of the whole answer for those who ask. */
export class VpcepCall<Result> extends Promise<Result> {
  readonly #answer: Promise<ResultWithResponse<Result>>;

  /** What `then`, `catch` and `finally` return are ordinary promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(answer: Promise<Answer>) {
    // The promise below is never asked: `then` goes to the answer, so that a failure that nobody handles is reported.
    super((resolve) => {
      resolve(undefined as Result);
    });
    // The document says what the answer to each operation is.
    this.#answer = answer as Promise<ResultWithResponse<Result>>;
  }

  /** The result with the answer's status and headers. Rejects like the call itself. */
  withResponse(): Promise<ResultWithResponse<Result>> {
    return this.#answer;
  }

  override then<A = Result, B = never>(
    onFulfilled?: ((result: Result) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(onFulfilled, onRejected);
  }
}
