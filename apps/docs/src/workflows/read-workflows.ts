import { type Workflow, type Workflows, workflows } from '@vpcep/openapi/documents';
import type { Language } from '../site/languages.js';
import type { CalledWorkflow, Criterion, Template, WorkflowStep } from './called-workflow.js';
import { readValue } from './expressions.js';

type Values = Readonly<Record<string, Template>>;

/**
 * Reads the workflows as the calls that they make, with the defaults of their inputs.
 *
 * @throws Error when one says what is not understood here.
 */
export const readWorkflows = (language: Language): CalledWorkflow[] =>
  Object.entries(workflows[language]).map(([workflowId, workflow]) => {
    const { info, summary, description } = workflow;
    const steps: WorkflowStep[] = [];
    addCalls(steps, workflows[language], workflow, {});
    return { workflowId, title: info.title, summary, description, steps };
  });

/** Adds the calls of a workflow to others, and returns what it puts out. */
function addCalls(calls: WorkflowStep[], all: Workflows, workflow: Workflow, given: Values): Values {
  const inputs: Values = {
    ...Object.fromEntries(
      Object.entries(workflow.inputs.properties).map(([name, input]) => [name, input.default ?? null]),
    ),
    ...given,
  };
  const outputs = new Map<string, Values>();
  const read = (value: unknown): Template => templateOf(value, inputs, outputs);
  for (const [stepId, { operationId, workflowId = '', description, ...step }] of Object.entries(workflow.steps)) {
    const inPlace = (place: string | undefined) =>
      Object.fromEntries(
        step.parameters.filter((each) => each.in === place).map(({ name, value }) => [name, read(value)]),
      );
    if (operationId === undefined) {
      const within = all[workflowId];
      if (within === undefined) throw new Error(`the step ${stepId} goes through ${workflowId}, which is not there`);
      outputs.set(stepId, addCalls(calls, all, within, inPlace(undefined)));
      continue;
    }
    const fromStep = calls.length;
    calls.push({
      operationId,
      description,
      path: inPlace('path'),
      query: inPlace('query'),
      ...(step.requestBody && { body: read(step.requestBody.payload) }),
      doneWhen: (step.successCriteria ?? []).map(({ condition }) => readCriterion(condition, read)),
    });
    outputs.set(
      stepId,
      Object.fromEntries(
        Object.entries(step.outputs ?? {}).map(([name, from]) => [name, { fromStep, pointer: inResponse(from) }]),
      ),
    );
  }
  return Object.fromEntries(Object.entries(workflow.outputs).map(([name, value]) => [name, read(value)]));
}

function templateOf(value: unknown, inputs: Values, outputs: ReadonlyMap<string, Values>): Template {
  const within = (member: unknown) => templateOf(member, inputs, outputs);
  if (Array.isArray(value)) return value.map(within);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]: [string, unknown]) => [name, within(member)]));
  }
  const read = readValue(value);
  const found =
    'literal' in read ? read.literal : 'input' in read ? inputs[read.input] : outputs.get(read.stepId)?.[read.output];
  if (isTemplate(found)) return found;
  throw new Error(`a workflow says ${String(value)}, which nothing gives`);
}

/** Whether a value has been given: a literal, or what was read before. */
const isTemplate = (value: unknown): value is Template => value !== undefined;

/** Reads `$statusCode == 200 || $statusCode == 204` and `$response.body#/status == 'available'`. */
function readCriterion(condition: string, read: (value: unknown) => Template): Criterion {
  const sides = condition.split(' || ').map((part) => {
    const [left = '', right = ''] = part.split(' == ');
    const value = /^'.*'$/.test(right) ? right.slice(1, -1) : /^\d+$/.test(right) ? Number(right) : read(right);
    return { left, value };
  });
  const [first] = sides;
  if (first === undefined || sides.some(({ left }) => left !== first.left)) {
    throw new Error(`a workflow has the condition ${condition}, which is about several values`);
  }
  return {
    ...(first.left !== '$statusCode' && { pointer: inResponse(first.left) }),
    isOneOf: sides.map(({ value }) => value),
  };
}

function inResponse(expression: string): string {
  const [, pointer] = /^\$response\.body#(\/.*)$/.exec(expression) ?? [];
  if (pointer === undefined)
    throw new Error(`a workflow takes ${expression}, which is nothing in the body of a response`);
  return pointer;
}
