import type { FaultMatcher } from './fault.js';

/** An operation that faults may be for, and what its calls can be told apart by. */
export interface FaultyOperation {
  readonly name: string;
  readonly method: string;
  /** Whether faults are for it that do not name it. */
  readonly isOfApi: boolean;
  /** Whether it creates what may end up `failed`. */
  readonly creates: boolean;
  /** The names of the parameters of its path. */
  readonly path: readonly string[];
  /** The names of the parameters of its query. */
  readonly query: readonly string[];
}

/** A call of an operation. What no fault asks for is not read. */
export interface Call {
  readonly operation: Pick<FaultyOperation, 'name' | 'method' | 'isOfApi' | 'creates'>;
  /** The values of the path's parameters. */
  readonly path: () => Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The parameter of the path that names the project. */
export const projectParameter = 'project_id';

type Test<T> = (value: T) => boolean;

/** Makes the test of whether a call is one that a fault is for. */
export function createMatcher({ operation, method, project, path, query, headers }: FaultMatcher): Test<Call> {
  const tests: Test<Call>[] = [
    operation === undefined ? (call) => call.operation.isOfApi : (call) => call.operation.name === operation,
  ];
  if (method !== undefined) {
    const methods = [method].flat();
    tests.push((call) => methods.includes(call.operation.method));
  }
  const values = { ...path, ...(project === undefined ? {} : { [projectParameter]: project }) };
  for (const [name, matches] of textTests(values)) {
    tests.push((call) => matches(own(call.path(), name)));
  }
  for (const [name, matches] of textTests(query)) tests.push((call) => call.query.getAll(name).some(matches));
  for (const [name, matches] of textTests(headers)) {
    const key = name.toLowerCase();
    tests.push((call) => matches(own(call.headers, key)));
  }
  return (call) => tests.every((test) => test(call));
}

const own = (values: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(values, name) ? values[name] : undefined;

const textTests = (patterns: Readonly<Record<string, string>> = {}) =>
  Object.entries(patterns).map(([name, pattern]) => [name, createTextTest(pattern)] as const);

/**
 * Makes the test of whether a text is the same as a pattern, in which `*` stands for any characters. It takes each part
 * where it comes first, and never goes back, so that no pattern takes long.
 */
function createTextTest(pattern: string): Test<string | undefined> {
  const [start = '', ...others] = pattern.split('*');
  const end = others.pop();
  if (end === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text?.startsWith(start)) return false;
    let from = start.length;
    for (const part of others) {
      const found = text.indexOf(part, from);
      if (found < 0) return false;
      from = found + part.length;
    }
    return text.length - end.length >= from && text.endsWith(end);
  };
}
