import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Workflow, Workflows, WorkflowStep } from '../src/workflow.js';
import { openapiFolder } from './tools/run.js';

type Parameter = WorkflowStep['parameters'][number];

interface Reference {
  reference: string;
}

/** What a file of Arazzo holds. */
interface ArazzoFile {
  info: Workflow['info'];
  workflows: (Omit<Workflow, 'info' | 'steps' | 'outputs'> & {
    workflowId: string;
    outputs?: Workflow['outputs'];
    steps: (WorkflowStep & { stepId: string; parameters: (Parameter | Reference)[] })[];
  })[];
  components?: { parameters?: Record<string, Parameter> };
}

/** The files that describe workflows, as paths in the document's folder. */
export function workflows(): string[] {
  return readdirSync(join(openapiFolder, 'workflows'))
    .filter((name) => name.endsWith('.arazzo.yaml'))
    .map((name) => join('workflows', name));
}

/** The workflows of all files, with what they refer to in its place. */
export function readWorkflows(): Workflows {
  const files = workflows().map((file) => parse(readFileSync(join(openapiFolder, file), 'utf8')) as ArazzoFile);
  const read = files.flatMap(({ info: { title, summary }, workflows, components }) =>
    workflows.map(({ workflowId, summary: job, description, inputs, steps, outputs = {} }) => {
      const workflow: Workflow = {
        info: { title, summary },
        summary: job,
        description,
        inputs,
        steps: Object.fromEntries(steps.map(({ stepId, ...step }) => [stepId, resolved(step, components)])),
        outputs,
      };
      return [workflowId, workflow] as const;
    }),
  );
  return Object.fromEntries(read.sort(([one], [other]) => depthOf(one, read) - depthOf(other, read)));
}

function resolved(
  step: WorkflowStep & { parameters: (Parameter | Reference)[] },
  components: ArazzoFile['components'],
): WorkflowStep {
  const parameters = step.parameters.map((parameter) => {
    if (!isReference(parameter)) return parameter;
    const found = components?.parameters?.[parameter.reference.replace('$components.parameters.', '')];
    if (found === undefined) throw new Error(`a workflow refers to ${parameter.reference}, which there is not`);
    return found;
  });
  // Such as `$sourceDescriptions.connect-endpoint.connect-endpoint`.
  const workflowId = step.workflowId?.split('.').at(-1);
  return { ...step, ...(workflowId !== undefined && { workflowId }), parameters };
}

/** How many workflows are begun one within the other. */
function depthOf(workflowId: string, all: readonly (readonly [string, Workflow])[]): number {
  const found = all.find(([id]) => id === workflowId);
  if (found === undefined) throw new Error(`a workflow begins with ${workflowId}, which there is not`);
  const within = Object.values(found[1].steps).flatMap((step) =>
    step.workflowId === undefined ? [] : [step.workflowId],
  );
  return Math.max(0, ...within.map((id) => 1 + depthOf(id, all)));
}

const isReference = (parameter: Parameter | Reference): parameter is Reference => 'reference' in parameter;
