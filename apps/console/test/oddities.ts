import fc from 'fast-check';

/** What the API answers, by the address without that of the API, and with `{project}` in the place of the project. */
export type Answers = Record<string, unknown>;

type Path = readonly (string | number)[];

/** A change of one answer in one place. */
export interface Oddity {
  readonly answer: string;
  readonly path: Path;
  readonly how:
    | { readonly remove: true }
    /** A member that no document knows. */
    | { readonly add: unknown }
    | { readonly replace: unknown };
}

const values = [null, '', 'newer', '2026-13-45T99:00:00Z', 0, -1.5, 4_000_000_000, true, [], [null], {}, { a: [1] }];

/** One to three changes of these answers, wherever they may be. Where there are none, none can be made. */
export function oddities(answers: Answers): fc.Arbitrary<Oddity[]> {
  const places = Object.entries(answers).flatMap(([answer, body]) => pathsIn(body).map((path) => ({ answer, path })));
  if (places.length === 0) return fc.constant([]);
  const how = fc.oneof(
    { weight: 1, arbitrary: fc.constant({ remove: true } as const) },
    { weight: 1, arbitrary: fc.constantFrom(...values).map((add) => ({ add })) },
    { weight: 4, arbitrary: fc.constantFrom(...values).map((replace) => ({ replace })) },
  );
  return fc.array(
    fc.tuple(fc.constantFrom(...places), how).map(([place, kind]) => ({ ...place, how: kind })),
    { minLength: 1, maxLength: 3 },
  );
}

/** Every place below a value. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const step = Array.isArray(value) ? Number(name) : name;
    return [[step], ...pathsIn(each).map((path) => [step, ...path])];
  });
}

/**
 * Answers with changes, and how many items lists of a member have in them; undefined where one is a list no longer, for
 * what is to be shown then is for the page to say.
 */
export function changeAnswers(answers: Answers, changes: readonly Oddity[], member: string) {
  const changed = structuredClone(answers);
  for (const { answer, path, how } of changes) {
    const last = path.at(-1) ?? '';
    let target: unknown = changed[answer];
    for (const step of path.slice(0, -1)) target = isObject(target) ? target[step] : undefined;
    // Another change may have taken away what it is in.
    if (!isObject(target)) continue;
    // A value is put in as a copy: another change may go into it, and it is there for further answers too.
    if ('replace' in how) target[last] = structuredClone(how.replace);
    else if ('add' in how)
      Object.assign(target, Array.isArray(target) ? {} : { newer_member: structuredClone(how.add) });
    else if (Array.isArray(target)) target.splice(Number(last), 1);
    else Reflect.deleteProperty(target, last);
  }
  const lists = Object.keys(answers).flatMap((answer) => {
    const [before, after] = [answers[answer], changed[answer]].map((body) =>
      isObject(body) ? body[member] : undefined,
    );
    return before === undefined ? [] : [after];
  });
  const isCounted = lists.length > 0 && lists.every((list) => Array.isArray(list));
  return { changed, count: isCounted ? lists.flat().length : undefined };
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
