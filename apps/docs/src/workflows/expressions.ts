/** A value in a workflow: what it is given, what an earlier step has handed on, or a literal. */
export type WorkflowValue =
  { readonly input: string } | { readonly stepId: string; readonly output: string } | { readonly literal: unknown };

/** Reads a value, which is an expression of Arazzo or a literal. */
export function readValue(value: unknown): WorkflowValue {
  if (typeof value !== 'string' || !value.startsWith('$')) return { literal: value };
  const [, input] = /^\$inputs\.(\w+)$/.exec(value) ?? [];
  if (input !== undefined) return { input };
  const [, stepId, output] = /^\$steps\.(\w+)\.outputs\.(\w+)$/.exec(value) ?? [];
  if (stepId !== undefined && output !== undefined) return { stepId, output };
  throw new Error(`a workflow has the value ${value}, which its page has no words for`);
}

/** A condition with the names that a reader knows: `status == 200`, `body.status == 'available'`. */
export const readableCondition = (condition: string): string =>
  condition
    .replaceAll('$statusCode', 'status')
    .replaceAll(/\$response\.body#((?:\/\w+)+)/g, (_, pointer: string) => bodyPath(pointer))
    .replaceAll(/\$(?:inputs|steps\.\w+\.outputs)\.(\w+)/g, '$1');

/** What a step hands on, as it stands in the body of its response; nothing where another workflow says it. */
export function readableOutput(expression: string): string | undefined {
  const [, pointer] = /^\$response\.body#(.+)$/.exec(expression) ?? [];
  return pointer === undefined ? undefined : bodyPath(pointer);
}

const bodyPath = (pointer: string) => `body${pointer.replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`;

/** A member of a body, with its place. */
export interface Leaf {
  /** The names from the outside in, without those of items. */
  readonly path: readonly string[];
  /** As people write it, such as `ports[0].client_port`. */
  readonly label: string;
  readonly value: unknown;
}

/** All members of a body that hold no others. */
export function leavesOf(value: unknown, path: readonly string[] = [], label = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, path, `${label}[${index}]`));
  if (typeof value !== 'object' || value === null) return [{ path, label, value }];
  return Object.entries(value).flatMap(([name, child]) =>
    leavesOf(child, [...path, name], label === '' ? name : `${label}.${name}`),
  );
}
