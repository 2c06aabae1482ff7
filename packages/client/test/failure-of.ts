/** The error that a call ends with; it is a failure of the test when the call succeeds. */
export async function failureOf(call: Promise<unknown>): Promise<Error> {
  const outcome: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('the call did not fail');
  return outcome;
}
