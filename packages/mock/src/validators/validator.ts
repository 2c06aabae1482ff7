/** A rule of a schema that a value breaks. */
export interface Problem {
  /** The value that is wrong, from the one that was checked on. */
  readonly path: readonly (string | number)[];
  /** The keyword of JSON Schema that says so, or one of the mock's own. */
  readonly keyword: string;
  /** What is wrong, in the words of Ajv. */
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a validator has found wrong, and where it is. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #path: (string | number)[];

  constructor(
    /** How many problems are enough. */
    readonly limit: number,
    path: readonly (string | number)[] = [],
  ) {
    this.#path = [...path];
  }

  get isFull(): boolean {
    return this.problems.length >= this.limit;
  }

  add(keyword: string, message: string, params: Readonly<Record<string, unknown>> = {}): void {
    if (!this.isFull) this.problems.push({ path: [...this.#path], keyword, message, params });
  }

  addAll(problems: readonly Problem[]): void {
    this.problems.push(...problems.slice(0, this.limit - this.problems.length));
  }

  /** Checks a part of the value. */
  within(name: string | number, validate: Validator, value: unknown): void {
    this.#path.push(name);
    validate(value, this);
    this.#path.pop();
  }

  /** What another validator finds wrong at this place, which may not matter. */
  aside(validate: Validator, value: unknown): readonly Problem[] {
    const aside = new Findings(this.limit, this.#path);
    validate(value, aside);
    return aside.problems;
  }
}

/** Checks a value, and adds what is wrong with it. */
export type Validator = (value: unknown, found: Findings) => void;

/** A validator that is composed when it is first needed, since few of many are. */
export function whenNeeded(compose: () => Validator): Validator {
  let composed: Validator | undefined;
  return (value, found) => {
    composed ??= compose();
    composed(value, found);
  };
}

/**
 * Everything that is wrong with a value, in the order in which Ajv tells it.
 *
 * @param limit - how many problems are enough.
 */
export function problemsOf(validate: Validator, value: unknown, limit = Infinity): readonly Problem[] {
  const found = new Findings(limit);
  validate(value, found);
  return found.problems;
}

/** Whether a value breaks no rule. */
export const keeps = (validate: Validator, value: unknown): boolean => problemsOf(validate, value, 1).length === 0;
