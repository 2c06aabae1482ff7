/** A job of several calls, one after another. Values are as in Arazzo: literals, or expressions such as `$inputs.name`. */
export interface Workflow {
  /** What it is for. */
  readonly info: { readonly title: string; readonly summary: string };
  /** What it does, in one sentence. */
  readonly summary: string;
  /** What to know about it, in Markdown. */
  readonly description: string;
  /** What is given to it, by name. */
  readonly inputs: { readonly properties: Readonly<Record<string, WorkflowInput>> };
  /** By ID, in their order. */
  readonly steps: Readonly<Record<string, WorkflowStep>>;
  /** What a workflow that begins with this one takes from it, by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A value that is given to a workflow. */
export interface WorkflowInput {
  readonly type: string;
  readonly description: string;
  readonly default?: string | number;
  readonly format?: string;
}

/** A call, or another workflow, that has to succeed before the next step. */
export interface WorkflowStep {
  readonly description: string;
  readonly operationId?: string;
  /** The ID of the workflow that is done in this step. */
  readonly workflowId?: string;
  /** For another workflow, its inputs: without a place. */
  readonly parameters: readonly {
    readonly name: string;
    readonly in?: 'path' | 'query' | 'header';
    readonly value: unknown;
  }[];
  readonly requestBody?: { readonly payload: unknown };
  readonly successCriteria?: readonly { readonly condition: string }[];
  /** When the step is tried again, with the seconds in between. */
  readonly onFailure?: readonly {
    readonly retryAfter: number;
    readonly retryLimit: number;
    readonly criteria: readonly { readonly condition: string }[];
  }[];
  /** What later steps take from it, by name. */
  readonly outputs?: Readonly<Record<string, string>>;
}

/** Workflows by ID, those first that others begin with. */
export type Workflows = Readonly<Record<string, Workflow>>;
