import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openapiFolder } from '../build/tools/run.js';
import { workflows } from '../build/workflows.js';
import { operations } from './document.js';

interface Step {
  stepId: string;
  operationId?: string;
  workflowId?: string;
  parameters: { name?: string; in?: string; reference?: string }[];
  requestBody?: unknown;
  successCriteria?: unknown[];
}
interface Arazzo {
  workflows: { workflowId: string; steps: Step[] }[];
  components: { parameters: Record<string, { name: string; in: string }> };
}

const read = (file: string) => parse(readFileSync(join(openapiFolder, file), 'utf8')) as Arazzo;

const files = workflows().map((file) => ({ name: basename(file, '.arazzo.yaml'), ...read(file) }));
const names = files.map(({ name }) => name);

test('there is one workflow in each file, and it has the name of the file', () => {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(file.workflows.map(({ workflowId }) => workflowId)).toEqual([file.name]);
});

const steps = files.flatMap(({ name, components, workflows: [workflow] }) =>
  (workflow?.steps ?? []).map((step) => ({ name: `${name}: ${step.stepId}`, step, components })),
);

test.each(steps)('$name does something that there is, with all that it needs', ({ step, components }) => {
  if (step.workflowId !== undefined) {
    expect(names.map((name) => `$sourceDescriptions.${name}.${name}`)).toContain(step.workflowId);
    return;
  }
  const called = operations.find(({ operationId }) => operationId === step.operationId);
  expect(called, step.operationId).toBeDefined();
  const given = step.parameters.map(({ reference, ...parameter }) =>
    reference === undefined ? parameter : components.parameters[reference.replace('$components.parameters.', '')],
  );
  const inPath = given.filter((parameter) => parameter?.in === 'path').map((parameter) => parameter?.name);
  const needed = [...(called?.path.matchAll(/\{(\w+)\}/g) ?? [])].map(([, parameter]) => parameter);
  expect(inPath.sort()).toEqual(needed.sort());
  expect(given).toContainEqual(expect.objectContaining({ name: 'X-Auth-Token', in: 'header' }));
  expect(step.requestBody !== undefined).toBe(called?.requestBody !== undefined);
  expect(step.successCriteria).not.toEqual([]);
});
