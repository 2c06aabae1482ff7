import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionIn, type Operation, type SequentialModel } from './linearizable.js';

type Call = { readonly of: string } & (
  { readonly do: 'write'; readonly value: number } | { readonly do: 'read' | 'add' }
);
type State = Readonly<Record<string, number>>;
type Op = Operation<Call, number>;

/** Numbers that can be written, read, and added one to, which answers what there was before. */
const numbers: SequentialModel<State, Call, number> = {
  initial: {},
  apply: (state, { of, ...call }) => {
    const before = state[of] ?? 0;
    if (call.do === 'read') return [state, before];
    return call.do === 'write' ? [{ ...state, [of]: call.value }, 0] : [{ ...state, [of]: before + 1 }, before];
  },
  equal: (expected, actual) => expected === actual,
  isRead: (call) => call.do === 'read',
};
const numbersOnTheirOwn = { ...numbers, keyOf: (call: Call) => call.of };

/** Tries all orders. */
function hasOrder(left: readonly Op[], state: State = numbers.initial): boolean {
  if (left.every(({ returned }) => returned === undefined)) return true;
  const end = Math.min(...left.map(({ returned }) => returned?.at ?? Infinity));
  return left.some((operation) => {
    if (operation.invoked > end) return false;
    const [after, answer] = numbers.apply(state, operation.call);
    if (operation.returned !== undefined && operation.returned.answer !== answer) return false;
    return hasOrder(
      left.filter((other) => other !== operation),
      after,
    );
  });
}

const call = (names: string[]): fc.Arbitrary<Call> =>
  fc.oneof(
    fc.record({ of: fc.constantFrom(...names), do: fc.constant('write' as const), value: fc.nat(5) }),
    fc.record({ of: fc.constantFrom(...names), do: fc.constantFrom('read' as const, 'add' as const) }),
  );

/** How long before and after the moment of its effect a call lasts, and whether its outcome is known. */
const lasting = fc.record({ before: fc.nat(17), after: fc.nat(17), known: fc.nat(5), applied: fc.boolean() });

/** A history of calls that take effect one after the other, ten apart. */
const history = (names: string[], minLength: number, maxLength: number): fc.Arbitrary<Op[]> =>
  fc.array(fc.tuple(call(names), lasting), { size: 'max', minLength, maxLength }).map((calls) => {
    let state = numbers.initial;
    return calls.map(([made, { before, after, known, applied }], index) => {
      const at = (index + 1) * 10;
      const [next, answer] = numbers.apply(state, made);
      if (known > 0 || applied) state = next;
      const returned = known > 0 ? { at: at + after, answer } : undefined;
      return { call: made, invoked: at - before, returned };
    });
  });

const answered = ({ call: made, invoked, returned }: Op, answer: number): Op => ({
  call: made,
  invoked,
  returned: returned && { at: returned.at, answer },
});

/** What a faulty server would make of a history. */
const faults = {
  'an answer is another one': (ops: readonly Op[], index: number, other: number) =>
    ops.map((op, at) => (at === index ? answered(op, other) : op)),
  'a call has no effect': (ops: readonly Op[], index: number) => {
    let state = numbers.initial;
    return ops.map((op, at) => {
      const [next, answer] = numbers.apply(state, op.call);
      if (at !== index && op.returned !== undefined) state = next;
      return answered(op, answer);
    });
  },
  'two answers are swapped': (ops: readonly Op[], index: number, other: number) => {
    const there = other % ops.length;
    const answerOf = (at: number) => ops[at]?.returned?.answer ?? 0;
    return ops.map((op, at) => {
      if (at === index) return answered(op, answerOf(there));
      return at === there ? answered(op, answerOf(index)) : op;
    });
  },
};

const small = history(['a', 'b'], 3, 7);

test('a history of calls that took effect one after the other is accepted', () => {
  fc.assert(
    fc.property(history(['a', 'b', 'c'], 0, 40), (ops) => {
      expect(contradictionIn(numbers, ops)).toBeUndefined();
      expect(contradictionIn(numbersOnTheirOwn, ops)).toBeUndefined();
    }),
    { numRuns: scaled(300) },
  );
});

describe.each(Object.entries(faults))('where %s', (_, fault) => {
  test('it says what trying all orders says', () => {
    const numRuns = scaled(500);
    let refused = 0;
    fc.assert(
      fc.property(small, fc.nat(6), fc.nat(6), (ops, index, other) => {
        const faulty = fault(ops, index % ops.length, other);
        const found = contradictionIn(numbers, faulty);
        expect(found === undefined).toBe(hasOrder(faulty));
        expect(contradictionIn(numbersOnTheirOwn, faulty) === undefined).toBe(found === undefined);
        if (found !== undefined) refused++;
      }),
      { numRuns },
    );
    // Enough of the faults can be seen.
    expect(refused).toBeGreaterThan(numRuns / 50);
  });
});

const write = (value: number): Call => ({ of: 'a', do: 'write', value });
const read: Call = { of: 'a', do: 'read' };
const op = (made: Call, invoked: number, at?: number, answer = 0): Op => ({
  call: made,
  invoked,
  returned: at === undefined ? undefined : { at, answer },
});

test('what is read after a write was answered is not older', () => {
  expect(contradictionIn(numbers, [op(write(1), 0, 1), op(read, 0.5, 2, 0)])).toBeUndefined();
  const stale = [op(write(1), 0, 1), op(read, 2, 3, 0)];
  expect(contradictionIn(numbers, stale)).toEqual({ key: '', order: [stale[0]], state: { a: 1 }, next: [stale[1]] });
});

test('of two that read one after the other, the second does not see less', () => {
  const long = op(write(1), 0, 100);
  expect(contradictionIn(numbers, [long, op(read, 1, 2, 0), op(read, 3, 4, 1)])).toBeUndefined();
  expect(contradictionIn(numbers, [long, op(read, 1, 2, 1), op(read, 3, 4, 0)])).toBeDefined();
});

test('a write of unknown outcome is seen late or never, but not before it was sent, and not taken back', () => {
  const lost = op(write(1), 2);
  expect(contradictionIn(numbers, [lost, op(read, 3, 4, 0)])).toBeUndefined();
  expect(contradictionIn(numbers, [lost, op(read, 3, 4, 0), op(read, 8, 9, 1)])).toBeUndefined();
  expect(contradictionIn(numbers, [lost, op(read, 0, 1, 1)])).toBeDefined();
  expect(contradictionIn(numbers, [lost, op(read, 3, 4, 1), op(read, 8, 9, 0)])).toBeDefined();
});

test('300 calls of six callers, some of unknown outcome, are judged in few steps', () => {
  const callers = Array.from({ length: 300 }, (_, index): Op => {
    const add: Call = { of: 'a', do: index % 3 === 0 ? 'add' : 'read' };
    const at = index * 10 + (index % 6);
    const adds = Math.ceil((index + (index % 3 === 0 ? 0 : 1)) / 3);
    return op(add, at - 30, at + 30, adds);
  });
  const lost = Array.from({ length: 20 }, (_, index) => op(write(500 + index), index * 100));
  expect(contradictionIn(numbers, [...callers, ...lost], 2_000)).toBeUndefined();
});

test('it says so when it gives up', () => {
  const ops = Array.from({ length: 12 }, (_, index) => op({ of: 'a', do: 'write', value: index }, 0, 100));
  expect(() => contradictionIn(numbers, [...ops, op(read, 101, 102, 99)], 1000)).toThrow(
    'no order of 13 calls was found within 1000 places',
  );
});
