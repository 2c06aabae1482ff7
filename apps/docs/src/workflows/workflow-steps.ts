import { type Workflow, type WorkflowStep, workflows } from '@vpcep/openapi/documents';
import { type DescribedOperation, type Document, operationsOf } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';
import { parties, type Party } from './workflow-texts.js';

/** A step of a workflow as its page shows it. */
export interface PlacedStep {
  readonly stepId: string;
  /** From 1. */
  readonly number: number;
  readonly step: WorkflowStep;
  /** What is done, in Markdown. */
  readonly title: string;
  /** All that is said of it, where that is more than the title. */
  readonly note?: string;
  /** Who calls; more than one where the step is a workflow. */
  readonly parties: readonly Party[];
  /** What is called, or which workflow is done. */
  readonly calls:
    { readonly operation: DescribedOperation } | { readonly workflowId: string; readonly workflow: Workflow };
}

/**
 * The steps of a workflow, in their order.
 *
 * @throws Error when a step does what there is not, or nobody is said to do it
 */
export function stepsOf(workflow: Workflow, language: Language, document: Document): PlacedStep[] {
  const operations = operationsOf(document);
  return Object.entries(workflow.steps).map(([stepId, step], index) => {
    const { operationId, workflowId = '', description } = step;
    const operation = operations.find((each) => each.operationId === operationId);
    const other = workflows[language][workflowId];
    const callers = parties.filter((party) => step.parameters.some(({ value }) => value === `$inputs.${party}`));
    if (callers.length === 0) throw new Error(`nobody is said to do the step ${stepId}: it takes no token`);
    // The first clause, without what ends it.
    const [title = '', ...more] = description.split(/[.;](?:\s+|$)|[。；]/u).filter((part) => part !== '');
    const note = more.length > 0 && { note: description };
    const common = { stepId, number: index + 1, step, title, ...note, parties: callers };
    if (operation !== undefined) return { ...common, calls: { operation } };
    if (other !== undefined) return { ...common, calls: { workflowId, workflow: other } };
    throw new Error(`the step ${stepId} calls ${String(operationId)}, and does ${workflowId}: there is neither`);
  });
}
