import { filled as filledText } from '../try-it/filled.js';
import { valueAt } from '../try-it/json-place.js';
import {
  type CalledWorkflow,
  filledIn,
  type FromStep,
  fromStepsIn,
  type Template,
  type WorkflowStep,
} from '../workflows/called-workflow.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { tabMemory } from './tab-memory.js';
import type { GivenValues } from './try-it-fields.js';

/** Where the reader is in a workflow. */
export interface Walk {
  workflow: CalledWorkflow;
  step: WorkflowStep;
  /** From 0 on. */
  number: number;
}

interface Remembered {
  workflowId: string;
  number: number;
  /** Whether the step was answered as it should be: it stays so when it is sent again. */
  isDone?: boolean;
  /** What the steps were answered with, as far as later ones need it, by `keyOf`. */
  answers: Record<string, unknown>;
}

const memory = tabMemory<Remembered>('try-it-walk');
const keyOf = ({ fromStep, pointer }: FromStep) => `${fromStep} ${pointer}`;

/** The way of a reader through a workflow, which the pages of a tab share. */
export interface WalkThrough {
  present: () => Walk | undefined;
  /** Whether the present step calls an operation. */
  isAt: (operationId: string) => boolean;
  begin: (workflowId: string) => Walk | undefined;
  leave: () => void;
  /** What the present step sends. */
  given: () => GivenValues | undefined;
  /** Notes a response to the present step. Returns whether it is what the step is to be answered with. */
  answered: (status: number, json: unknown) => boolean;
  /** Whether the present step was answered so, with the last response or an earlier one. */
  isDone: () => boolean;
  /** Goes on to the next step; undefined after the last one. */
  goOn: () => Walk | undefined;
}

export function walkThrough(workflows: readonly CalledWorkflow[]): WalkThrough {
  const answerOf = (from: FromStep) => memory.read()?.answers[keyOf(from)];
  const filled = (template: Template) => filledIn(template, answerOf);
  const texts = (values: Readonly<Record<string, Template>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(filled(value))]));

  function present(): Walk | undefined {
    const { workflowId, number = 0 } = memory.read() ?? {};
    const workflow = workflows.find((each) => each.workflowId === workflowId);
    const step = workflow?.steps[number];
    return workflow && step && { workflow, step, number };
  }

  return {
    present,
    isAt: (operationId) => present()?.step.operationId === operationId,
    begin(workflowId) {
      memory.write({ workflowId, number: 0, answers: {} });
      return present();
    },
    leave() {
      memory.write(undefined);
    },
    given() {
      const walk = present();
      if (walk === undefined) return undefined;
      const { path, query, body } = walk.step;
      return {
        path: texts(path),
        query: texts(query),
        ...(body !== undefined && { body: JSON.stringify(filled(body), undefined, 2) }),
      };
    },
    answered(status, json) {
      const walk = present();
      const remembered = memory.read();
      if (walk === undefined || remembered === undefined) return false;
      const { workflow, step, number } = walk;
      const isDone = step.doneWhen.every(({ pointer, isOneOf }) => {
        const value = pointer === undefined ? status : valueAt(json, pointer);
        return isOneOf.some((template) => filled(template) === value);
      });
      if (isDone) {
        remembered.isDone = true;
        for (const { path, query, body = null } of workflow.steps) {
          for (const { from } of fromStepsIn({ path, query, body })) {
            if (from.fromStep === number) remembered.answers[keyOf(from)] = valueAt(json, from.pointer);
          }
        }
        memory.write(remembered);
      }
      return isDone;
    },
    isDone: () => memory.read()?.isDone === true,
    goOn() {
      const remembered = memory.read();
      if (remembered === undefined) return undefined;
      memory.write({ ...remembered, number: remembered.number + 1, isDone: false });
      return present();
    },
  };
}

/** Says which step of which workflow the reader is at. */
export const stepInWords = (walk: Walk, texts: TryItTexts): string =>
  filledText(texts.step, {
    title: walk.workflow.title,
    step: walk.number + 1,
    steps: walk.workflow.steps.length,
    description: walk.step.description,
  });
