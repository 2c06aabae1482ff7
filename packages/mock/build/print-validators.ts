import { compileSchema, type JsonSchema, type Keywords } from '../src/validators/compile-schema.js';

/** Validators as text in TypeScript, composed of the keywords in `src/validators/keywords.ts`. */
export interface PrintedValidators {
  /**
   * Adds a validator for a schema; the same for schemas that allow the same.
   *
   * @param resolve - finds what a reference refers to. Without it, there may be none.
   * @returns its name.
   * @throws Error when the schema has a keyword that there is no validator for.
   */
  add(schema: JsonSchema, resolve?: Resolve): string;
  /** All that were added, each after those that it refers to, as declarations. */
  declarations(): string;
  /** The keywords that they are composed of. */
  imports(): string[];
}

/** Finds the schema that a reference refers to. */
export type Resolve = (reference: string) => JsonSchema;

const resolveNothing: Resolve = (reference) => {
  throw new Error(`there is no schema ${reference}`);
};

/** A piece of code. */
class Code {
  constructor(readonly text: string) {}
}

/** Starts without any validators. */
export function printValidators(): PrintedValidators {
  const names = new Map<string, string>();
  const declared = new Set<string>();
  const imports = new Set<string>();
  const open = new Set<JsonSchema>();
  // Whatever the keyword is, it is printed as a call of it.
  const keywords = new Proxy({} as Keywords<Code>, {
    get:
      (_, name) =>
      (...args: readonly unknown[]) => {
        imports.add(String(name));
        return new Code(`${String(name)}(${args.map(print).join(', ')})`);
      },
  });

  function add(schema: JsonSchema, resolve: Resolve = resolveNothing): string {
    if (open.has(schema)) throw new Error('there is no validator for a schema that holds itself');
    open.add(schema);
    const inner = (part: JsonSchema) => new Code(add(part, resolve));
    const { text } = compileSchema(schema, { keywords, inner, referred: (reference) => inner(resolve(reference)) });
    open.delete(schema);
    // What a schema refers to is all that it says.
    if (declared.has(text)) return text;
    const name = names.get(text) ?? `v${names.size}`;
    names.set(text, name);
    declared.add(name);
    return name;
  }

  return {
    add,
    declarations: () =>
      [...names].map(([text, name]) => `const ${name} = /* @__PURE__ */ whenNeeded(() => ${text});\n`).join(''),
    imports: () => [...imports].sort(),
  };
}

/** A value as it stands in a program. */
function print(value: unknown): string {
  if (value instanceof Code) return value.text;
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${print(member)}`);
  return `{ ${members.join(', ')} }`;
}
