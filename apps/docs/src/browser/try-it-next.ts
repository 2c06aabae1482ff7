import type { ParameterValues } from '../try-it/request-url.js';
import type { TryItData, TryItOperation } from '../try-it/try-it-operation.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { filled } from '../try-it/filled.js';
import { valueAt } from '../try-it/json-place.js';
import { learn, toldIn } from './try-it-known.js';
import { buttonFor, codeIn, element, folded, linkTo } from './elements.js';
import { stepInWords, type WalkThrough } from './try-it-walk.js';

/** What the reader may want of the dialog when a response is there. */
export interface NextActions {
  /** Opens an operation, with what is known by now. */
  open: (operationId: string) => void;
  /** Opens the operation of the present step of the workflow. */
  openStep: (operationId: string) => void;
  /** Lets time pass, and sends the request again. */
  repeatLater: () => void;
  /** Where the site has a page, of an address below the folder of the language. */
  addressOf: (address: string) => string;
}

/** How many calls are offered at once, where no workflow knows more. */
const atLeast = 3;

/** The part of the dialog that offers what can follow. */
export interface TryItNext {
  /**
   * Offers what there is before a response: the next step of a workflow whose present one is done; elsewhere the workflows
   * that begin with the operation, and the way back to the one that the reader is in.
   */
  begin: (operation: TryItOperation) => void;
  /** Offers what can follow a response. */
  show: (operation: TryItOperation, sent: ParameterValues, response: { status: number; json: unknown }) => void;
  clear: () => void;
  /** Has the keyboard go on with the first of what is offered. Returns whether there is any. */
  focus: () => boolean;
  /** Whether the keyboard is at one of what is offered. */
  hasFocus: () => boolean;
}

export function tryItNext(
  part: HTMLElement,
  texts: TryItTexts,
  { operations, workflows, passing }: TryItData,
  walk: WalkThrough,
  actions: NextActions,
): TryItNext {
  const titleOf = (operationId: string) =>
    operations.find((each) => each.operationId === operationId)?.title ?? operationId;

  const callButton = ({ operationId, method }: TryItOperation) =>
    buttonFor(`${method} ${titleOf(operationId)}`, () => {
      actions.open(operationId);
    });

  /** Leads back to the workflow that the reader is in. */
  function backToWalk(): HTMLElement[] {
    const there = walk.present();
    if (there === undefined) return [];
    return [
      buttonFor(stepInWords(there, texts), () => {
        actions.openStep(there.step.operationId);
      }),
    ];
  }

  /** What the present step of a workflow is followed by; undefined until it is done. */
  function afterStep(): HTMLElement[] | undefined {
    if (!walk.isDone()) return undefined;
    const { workflow, number } = walk.present() ?? {};
    const next = workflow?.steps[(number ?? 0) + 1];
    if (workflow === undefined || number === undefined) return undefined;
    if (next === undefined) {
      walk.leave();
      return [
        element('p', texts.workflowDone),
        linkTo(actions.addressOf(`workflows/${workflow.workflowId}/`), workflow.title),
      ];
    }
    const title = titleOf(next.operationId);
    return [
      buttonFor(filled(texts.nextStep, { step: number + 2, steps: workflow.steps.length, title }), () => {
        const there = walk.goOn();
        if (there !== undefined) actions.openStep(there.step.operationId);
      }),
      element('p', ...codeIn(next.description)),
    ];
  }

  /** The usual calls about what a response told of, and behind a fold those that are less usual. */
  function otherCalls(operation: TryItOperation, takers: ReadonlySet<string>, json: unknown) {
    const told = toldIn(operation, json);
    const rank = ({ operationId }: TryItOperation) => {
      const place = operation.usual.indexOf(operationId);
      return place === -1 ? operation.usual.length : place;
    };
    const following = operations
      .filter((other) => {
        const about = other.pathParameters.at(-1)?.name;
        const isAboutIt = about !== undefined && other.pathParameters.length > 1 && told.has(about);
        // What is deleted can be looked for, and no more.
        const isSensible = operation.method !== 'DELETE' || other.method === 'GET';
        return other !== operation && isSensible && (takers.has(other.operationId) || isAboutIt);
      })
      .sort((a, b) => rank(a) - rank(b));
    const known = following.filter(({ operationId }) => operation.usual.includes(operationId)).length;
    const shown = Math.max(known, atLeast);
    return { usual: following.slice(0, shown).map(callButton), more: following.slice(shown).map(callButton) };
  }

  return {
    begin({ operationId }) {
      const nextStep = walk.isAt(operationId) ? (afterStep() ?? []) : undefined;
      if (nextStep !== undefined) {
        part.replaceChildren(...nextStep);
        return;
      }
      const beginning = workflows.filter(({ steps: [first] }) => first?.operationId === operationId);
      part.replaceChildren(
        ...backToWalk(),
        ...folded(
          texts.workflows,
          beginning.map(({ workflowId, title, steps }) =>
            buttonFor(filled(texts.workflowOf, { title, steps: steps.length }), () => {
              const begun = walk.begin(workflowId);
              if (begun !== undefined) actions.openStep(begun.step.operationId);
            }),
          ),
        ),
      );
    },
    show(operation, sent, { status, json }) {
      const isStep = walk.isAt(operation.operationId);
      const isGood = status < 300;
      const takers = isGood ? learn(operation, sent, json) : new Set<string>();
      const state = valueAt(json, '/status');
      const mayChange =
        operation.method === 'GET' && (isStep || (typeof state === 'string' && passing.includes(state)));
      const nextStep = isStep ? afterStep() : undefined;
      const later =
        nextStep === undefined && mayChange ? [buttonFor(texts.letTimePassAndSend, actions.repeatLater)] : [];
      const { usual, more } = isGood ? otherCalls(operation, takers, json) : { usual: [], more: [] };
      const offered = [
        ...(nextStep ?? later),
        ...(isStep ? folded(texts.moreCalls, [...usual, ...more]) : [...usual, ...folded(texts.moreCalls, more)]),
      ];
      part.replaceChildren(...(offered.length === 0 ? [] : [element('h3', texts.next)]), ...offered);
    },
    clear() {
      part.replaceChildren();
    },
    focus() {
      const first = part.querySelector<HTMLElement>('button, a');
      first?.focus();
      return first !== null;
    },
    hasFocus: () => part.contains(document.activeElement),
  };
}
