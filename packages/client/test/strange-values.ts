import fc from 'fast-check';

/** What throws whatever is done with it. */
function untouchable(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const object: Record<string, unknown> = {};
  object['self'] = object;
  return object;
}

const failing = (): never => {
  throw new TypeError('thrown by a strange value');
};

/** Objects that are not what they seem, each made when it is needed. */
const makers: (() => unknown)[] = [
  untouchable,
  cyclic,
  () => new Proxy({}, { get: failing }),
  () => new Proxy({}, { ownKeys: failing }),
  () => new Proxy([], { get: failing }),
  () => Object.defineProperty({}, 'x', { get: failing, enumerable: true }),
  () => ({ toString: failing, valueOf: failing }),
  () => ({ toJSON: failing }),
  () => ({ toJSON: () => undefined }),
  () => ({ [Symbol.iterator]: failing }),
  () => ({ [Symbol.iterator]: () => ({ next: failing }) }),
  () => ({ [Symbol.toPrimitive]: failing }),
  () => Object.create(null) as unknown,
  () => new Headers({ 'X-Own': '1' }),
  () => new Map<unknown, unknown>([[Symbol('name'), 1]]),
  () => new URLSearchParams('a=1'),
  () => new URL('https://vpcep.example'),
  () => new Date(Number.NaN),
  () => [['X-Own']],
  () => [[Symbol('name'), Symbol('value')]],
  () => [null],
  () => Symbol('s'),
  () => 10n,
  () => '\ud800',
  () => 'a\n',
  () => -0,
  () => AbortSignal.abort(),
  () =>
    new (class Options {
      readonly strange = failing;
    })(),
  () => Promise.resolve({}),
];

/** Makes a value that no type allows; functions are left out, for what those do is theirs. */
export type MakeStrange = () => unknown;

/** Made when they are needed, for what generates them would look at them. */
export const strange: fc.Arbitrary<MakeStrange> = fc.oneof(
  fc.constantFrom(...makers),
  fc
    .anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    .map((value) => () => value),
);
