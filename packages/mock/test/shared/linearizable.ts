/** What a thing would answer that is asked one call after the other. */
export interface SequentialModel<State, Call, Answer> {
  /** Plain data, as states are compared by their JSON. */
  readonly initial: State;
  /** The state after a call, and what is answered. It leaves the given state as it is. */
  readonly apply: (state: State, call: Call) => readonly [State, Answer];
  readonly equal: (expected: Answer, actual: Answer) => boolean;
  /** Whether a call leaves every state as it is. */
  readonly isRead: (call: Call) => boolean;
  /** What a call is about, where calls about one thing say nothing of another: each thing is judged on its own. */
  readonly keyOf?: (call: Call) => string;
}

/** A call that was made, by a clock that all callers share. */
export interface Operation<Call, Answer> {
  readonly call: Call;
  /** When it was sent. */
  readonly invoked: number;
  /** What was answered, and when; undefined where the call took effect at some time after it was sent, or never. */
  readonly returned: { readonly at: number; readonly answer: Answer } | undefined;
}

/** The longest order of calls that could be found, where there is none for all. */
export interface Contradiction<State, Call, Answer> {
  readonly key: string;
  readonly order: readonly Operation<Call, Answer>[];
  /** The state after these. */
  readonly state: State;
  /** The calls of which one should have been next, and none can be. */
  readonly next: readonly Operation<Call, Answer>[];
}

/**
 * Looks for an order in which the calls, one after the other, would have been answered as they were, and in which none is
 * before one that had been answered when it was sent. This is the search of Wing and Gong, which remembers where it was,
 * as Lowe's does.
 *
 * @param limit - How many places it searches, of which there are many more than calls where outcomes are unknown.
 * @returns undefined when there is such an order.
 * @throws Error when it was not found within the limit.
 */
export function contradictionIn<State, Call, Answer>(
  model: SequentialModel<State, Call, Answer>,
  history: readonly Operation<Call, Answer>[],
  limit = 200_000,
): Contradiction<State, Call, Answer> | undefined {
  const parts = new Map<string, Operation<Call, Answer>[]>();
  for (const operation of history) {
    const key = model.keyOf?.(operation.call) ?? '';
    const part = parts.get(key) ?? [];
    part.push(operation);
    parts.set(key, part);
  }
  for (const [key, part] of parts) {
    const found = search(model, part, limit);
    if (found !== undefined) return { key, ...found };
  }
  return undefined;
}

/** An operation whose answer is known. */
type Answered<Call, Answer> = Operation<Call, Answer> & { readonly returned: { at: number; answer: Answer } };

const isAnswered = <Call, Answer>(operation: Operation<Call, Answer>): operation is Answered<Call, Answer> =>
  operation.returned !== undefined;

function search<State, Call, Answer>(
  { initial, apply, equal, isRead }: SequentialModel<State, Call, Answer>,
  history: readonly Operation<Call, Answer>[],
  limit: number,
): Omit<Contradiction<State, Call, Answer>, 'key'> | undefined {
  // What returns first comes first more often than not.
  const answered = history.filter(isAnswered).sort((a, b) => a.returned.at - b.returned.at);
  const unknown = history.filter((operation) => !isAnswered(operation)).sort((a, b) => b.invoked - a.invoked);
  const all: readonly Operation<Call, Answer>[] = [...answered, ...unknown];
  const taken = all.map(() => false);
  const order: Operation<Call, Answer>[] = [];
  const numbers = new Map<string, number>();
  const seen = new Set<string>();
  let best: Omit<Contradiction<State, Call, Answer>, 'key'> | undefined;

  /** A number for each state that differs from the others. */
  function numberOf(state: State): number {
    const text = JSON.stringify(state);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  }
  /** The same for all orders of the same operations that lead to the same state. */
  function placeOf(number: number, first: number): string {
    const later = taken.flatMap((isTaken, index) => (isTaken && index > first ? index : []));
    return `${number} ${first} ${later.join(' ')}`;
  }
  function take(index: number, operation: Operation<Call, Answer>, state: State, number: number): boolean {
    taken[index] = true;
    order.push(operation);
    if (reach(state, number)) return true;
    taken[index] = false;
    order.pop();
    return false;
  }
  function reach(state: State, number: number): boolean {
    const first = taken.indexOf(false);
    // Those with unknown outcomes may never take effect.
    if (first === -1 || first >= answered.length) return true;
    const place = placeOf(number, first);
    if (seen.has(place)) return false;
    seen.add(place);
    if (seen.size > limit) throw new Error(`no order of ${all.length} calls was found within ${limit} places`);
    // What was sent after another one had been answered has to wait until that one is taken.
    const end = answered[first]?.returned.at ?? Infinity;
    const possible = all.flatMap((operation, index) => {
      if (taken[index] === true || operation.invoked > end) return [];
      const [after, answer] = apply(state, operation.call);
      if (isAnswered(operation) && !equal(answer, operation.returned.answer)) return [];
      return { index, operation, after, number: numberOf(after) };
    });
    // A read that may be next can as well be next: whatever order there is, it can be moved to its front.
    const read = possible.find(({ operation }) => isAnswered(operation) && isRead(operation.call));
    if (read !== undefined) return take(read.index, read.operation, state, number);
    for (const each of possible) {
      // What may have happened or not, and would change nothing, is left for later.
      const isIdle = !isAnswered(each.operation) && each.number === number;
      if (!isIdle && take(each.index, each.operation, each.after, each.number)) return true;
    }
    if (best === undefined || order.length > best.order.length) {
      const next = answered.filter((operation, index) => taken[index] !== true && operation.invoked <= end);
      best = { order: [...order], state, next };
    }
    return false;
  }
  return reach(initial, numberOf(initial)) ? undefined : best;
}
