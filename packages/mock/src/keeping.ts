/** What was to be changed cannot be kept. The message says where, why and what to do. */
export class NotKeptError extends Error {
  override name = 'NotKeptError';
}

/** Keeps what a world remembers beyond its end. */
export interface Keeping {
  /**
   * Resolves once a request may be taken that changes something; undefined when it may at once, as ever but in trouble.
   *
   * @throws NotKeptError when it could not be kept.
   */
  admitted(): Promise<void> | undefined;
  /**
   * Resolves once everything that has happened up to now is kept; undefined when it is already. Those who only read do not
   * wait for that in trouble.
   *
   * @throws NotKeptError when it cannot be kept. What has happened since it last was has then not happened.
   */
  flushed(readsOnly?: boolean): Promise<void> | undefined;
  /** What is wrong with the place; undefined when nothing is. */
  problem(): string | undefined;
}

/** What the health of the mock says about the place in which it keeps what it remembers. */
export function healthOf(keeping: Keeping | undefined): { persistenceProblem?: string } {
  const problem = keeping?.problem();
  return problem === undefined ? {} : { persistenceProblem: problem };
}
