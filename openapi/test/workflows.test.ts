import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openapiFolder } from '../build/tools/run.js';
import { chineseWorkflows } from '../build/translations/edition.js';
import { type HumanText, humanTexts } from '../build/translations/human-texts.js';
import { readTranslations } from '../build/translations/overlay.js';
import { findings, groupedByTarget, translated } from '../build/translations/translations.js';
import { readWorkflows, workflows } from '../build/workflows.js';
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

test('the Chinese edition of the workflows is complete, and differs in its texts alone', () => {
  const { overlay, texts } = chineseWorkflows();
  const translations = readTranslations(overlay);
  expect(findings(texts, translations)).toEqual([]);
  const english = readWorkflows();
  const chinese = translated(english, translations);
  const written = humanTexts(chinese);
  expect(written.map(({ place }) => place)).toEqual(texts.map(({ place }) => place));
  const inCode = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(String).sort();
  for (const [index, { place, english: text }] of written.entries()) {
    expect(text, place).toMatch(/\p{Script=Han}/u);
    expect(inCode(text), place).toEqual(inCode(texts[index]?.english ?? ''));
  }
  expect(translated(chinese, asTranslations(texts))).toEqual(english);
});

/** What puts texts back in the place of their translations. */
const asTranslations = (texts: readonly HumanText[]) =>
  groupedByTarget(texts.map((text) => ({ ...text, text: text.english, fingerprint: undefined })));

test('a text that nobody has translated is found', () => {
  const { overlay, texts } = chineseWorkflows();
  const [first, ...others] = readTranslations(overlay);
  expect(first?.target).toBe("$['publish-endpoint-service'].info");
  expect(findings(texts, others)).toEqual([
    "$['publish-endpoint-service'].info.title has no translation",
    "$['publish-endpoint-service'].info.summary has no translation",
  ]);
});

test('the workflows in a language have no references, and each step names the workflow that it does', () => {
  const all = readWorkflows();
  expect(JSON.stringify(all)).not.toContain('$components');
  expect(Object.keys(all).sort()).toEqual([...names].sort());
  expect(all['connect-endpoint']?.steps['request']?.workflowId).toBe('request-connection');
  expect(all['request-connection']?.outputs).toHaveProperty('endpointId');
});
