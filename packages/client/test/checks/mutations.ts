import fc from 'fast-check';
import type { Path } from '../../src/checks/index.js';
import { type Arguments, type DescribedOperation, operations } from './examples.js';

/** An example of the document in which one thing was changed. */
export interface Mutation {
  operation: DescribedOperation;
  args: Arguments;
  /** What was changed: the value there was replaced, removed or added. */
  at: Path;
}

type Container = Record<string | number, unknown>;
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every place below a value, itself excepted. */
function places(value: unknown, path: Path = []): Path[] {
  if (!isContainer(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return [place, ...places(value[key], place)];
  });
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, segment) => (isContainer(value) ? value[segment] : undefined), root);
}

/** Values on both sides of every limit of the document, and of every type. */
const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, 1, -1, 1.5, 500, 1000, 1001, 65535, 65536, 1e300, '', ' ', '0', '1001', '*'),
  fc.constantFrom<unknown>({}, [], [[]], [{}], ['*', '*'], { key: 'a', values: ['b', 'b'] }, '1.2.3.4/33', '256.1.1.1'),
  fc.constantFrom<unknown>(
    'iam:domain::',
    'iam:domain::a b',
    'v1',
    'TCP',
    'UDP',
    'tcp',
    '🦊'.repeat(36),
    'a=b',
    ' a',
    'a\t',
  ),
  fc.integer({ min: 0, max: 1001 }).map((length) => 'n'.repeat(length)),
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.uuid(),
  fc.ipV4(),
  fc.integer(),
);

type Change = (container: Container, key: string | number) => (string | number)[];

const changes: fc.Arbitrary<Change> = fc.oneof(
  oddValues.map((value): Change => (container, key) => {
    container[key] = value;
    return [key];
  }),
  fc.constant<Change>((container, key) => {
    // A removed item would move the others.
    if (Array.isArray(container)) container[Number(key)] = {};
    else Reflect.deleteProperty(container, key);
    return [key];
  }),
  fc.constantFrom('port', 'Ports', 'limt', '__proto', 'x/y', 'x~y').map((name): Change => (container, key) => {
    const target = container[key];
    if (!isContainer(target) || Array.isArray(target)) return [key];
    target[name] = 1;
    return [key, name];
  }),
  fc.integer({ min: 2, max: 260 }).map((copies): Change => (container, key) => {
    const target = container[key];
    if (Array.isArray(target)) container[key] = Array.from({ length: copies }, () => target[0] as unknown);
    return [key];
  }),
);

/** Examples of all operations, each with one change. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .constantFrom(
    ...operations
      .flatMap((operation) => operation.examples.map((example) => ({ operation, example })))
      .filter(({ example }) => places(example).length > 2),
  )
  .chain(({ operation, example }) =>
    fc.tuple(fc.constantFrom(...places(example)), changes, fc.constant({ operation, example })),
  )
  .filter(([place]) => place.length > 1 || place[0] === 'body')
  .map(([place, change, { operation, example }]) => {
    const args = structuredClone(example);
    const parent = place.slice(0, -1);
    const container = valueAt(args, parent);
    const key = place.at(-1);
    if (!isContainer(container) || key === undefined) throw new Error(`nothing at ${place.join('.')}`);
    return { operation, args, at: [...parent, ...change(container, key)] };
  });
