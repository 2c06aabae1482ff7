/** What an earlier step of a workflow was answered with: a value in the body of its response. */
export interface FromStep {
  /** The number of the step, from 0 on. */
  fromStep: number;
  /** JSON Pointer to the value. */
  pointer: string;
}

/** What is sent: JSON, in which what earlier steps were answered with is still to be filled in. */
export type Template =
  string | number | boolean | null | FromStep | readonly Template[] | { readonly [name: string]: Template };

/** What a response has to have: one value of several at a place. */
export interface Criterion {
  /** JSON Pointer into the body; nothing for the status of the response. */
  pointer?: string;
  isOneOf: Template[];
}

/** A call that a workflow makes. */
export interface WorkflowStep {
  operationId: string;
  description: string;
  path: Record<string, Template>;
  query: Record<string, Template>;
  body?: Template;
  /** What the response has when the step is done: all of these. */
  doneWhen: Criterion[];
}

/** A workflow as the calls that it makes, those of the workflows within it too. */
export interface CalledWorkflow {
  workflowId: string;
  title: string;
  summary: string;
  description: string;
  steps: WorkflowStep[];
}

export const isFromStep = (value: Template): value is FromStep =>
  typeof value === 'object' && value !== null && 'fromStep' in value && 'pointer' in value;

/** What of earlier steps is in a template, with its place there: the names and numbers from the outside in. */
export function fromStepsIn(
  value: Template,
  place: readonly string[] = [],
): { place: readonly string[]; from: FromStep }[] {
  if (isFromStep(value)) return [{ place, from: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, Template]) => fromStepsIn(member, [...place, name]));
}

/**
 * Fills in what earlier steps were answered with.
 *
 * @param valueOf what is known of a step; undefined leaves the value out.
 */
export function filledIn(value: Template, valueOf: (from: FromStep) => unknown): unknown {
  if (isFromStep(value)) return valueOf(value);
  if (Array.isArray(value)) return value.map((item: Template) => filledIn(item, valueOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, Template]) => [name, filledIn(member, valueOf)]),
  );
}
