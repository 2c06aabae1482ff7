/**
 * A stub that comes to one thing after another, and to the last of them again and again: results and errors.
 *
 * @example
 * stubClient({ listEndpointInfoDetails: inTurn(creating, creating, accepted) });
 */
export function inTurn<Outcome>(...outcomes: [NoInfer<Outcome>, ...NoInfer<Outcome>[]]): () => Outcome {
  const following = outcomes[Symbol.iterator]();
  let outcome: Outcome;
  return () => {
    const { done, value } = following.next();
    if (!done) outcome = value;
    return outcome;
  };
}
