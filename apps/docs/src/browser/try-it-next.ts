import type { ParameterValues } from '../try-it/request-url.js';
import type { TryItData, TryItOperation } from '../try-it/try-it-operation.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { filled } from '../try-it/filled.js';
import { valueAt } from '../try-it/json-place.js';
import { learn, toldIn } from './try-it-known.js';
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
  /** Offers the workflows that begin with an operation, and leads back to the one that the reader is in. */
  offerWorkflows: (operation: TryItOperation) => void;
  /** Offers what can follow a response. */
  show: (operation: TryItOperation, sent: ParameterValues, response: { status: number; json: unknown }) => void;
  clear: () => void;
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
    button(`${method} ${titleOf(operationId)}`, () => {
      actions.open(operationId);
    });

  /** Leads back to the workflow that the reader is in. */
  function backToWalk(): HTMLElement[] {
    const there = walk.present();
    if (there === undefined) return [];
    return [
      button(stepInWords(there, texts), () => {
        actions.openStep(there.step.operationId);
      }),
    ];
  }

  /** What a step of a workflow is followed by. */
  function afterStep(status: number, json: unknown, isStep: boolean): HTMLElement[] | undefined {
    if (!isStep || !walk.answered(status, json)) return undefined;
    const { workflow, number } = walk.present() ?? {};
    const next = workflow?.steps[(number ?? 0) + 1];
    if (workflow === undefined || number === undefined) return undefined;
    if (next === undefined) {
      walk.leave();
      return [
        withText('p', texts.workflowDone),
        link(workflow.title, actions.addressOf(`workflows/${workflow.workflowId}/`)),
      ];
    }
    const title = titleOf(next.operationId);
    return [
      button(filled(texts.nextStep, { step: number + 2, steps: workflow.steps.length, title }), () => {
        const there = walk.goOn();
        if (there !== undefined) actions.openStep(there.step.operationId);
      }),
      withText('p', next.description),
    ];
  }

  function otherCalls(operation: TryItOperation, takers: ReadonlySet<string>, json: unknown): HTMLElement[] {
    const told = toldIn(operation, json);
    const rank = ({ operationId }: TryItOperation) => {
      const place = operation.usual.indexOf(operationId);
      return place === -1 ? operation.usual.length : place;
    };
    const following = operations
      .filter((other) => {
        const about = other.pathParameters.at(-1)?.name;
        const isAboutIt = about !== undefined && other.pathParameters.length > 1 && told.has(about);
        return other !== operation && (takers.has(other.operationId) || isAboutIt);
      })
      .sort((a, b) => rank(a) - rank(b));
    const usual = following.filter(({ operationId }) => operation.usual.includes(operationId)).length;
    const shown = Math.max(usual, atLeast);
    return [
      ...following.slice(0, shown).map(callButton),
      ...folded(texts.moreCalls, following.slice(shown).map(callButton)),
    ];
  }

  return {
    offerWorkflows({ operationId }) {
      const beginning = workflows.filter(({ steps: [first] }) => first?.operationId === operationId);
      part.replaceChildren(
        ...backToWalk(),
        ...folded(
          texts.workflows,
          beginning.map(({ workflowId, title, steps }) =>
            button(filled(texts.workflowOf, { title, steps: steps.length }), () => {
              const begun = walk.begin(workflowId);
              if (begun !== undefined) actions.openStep(begun.step.operationId);
            }),
          ),
        ),
      );
    },
    show(operation, sent, { status, json }) {
      const isStep = walk.present()?.step.operationId === operation.operationId;
      const isGood = status < 300;
      const takers = isGood ? learn(operation, sent, json) : new Set<string>();
      const state = valueAt(json, '/status');
      const mayChange =
        operation.method === 'GET' && (isStep || (typeof state === 'string' && passing.includes(state)));
      const nextStep = afterStep(status, json, isStep);
      const later = nextStep === undefined && mayChange ? [button(texts.letTimePassAndSend, actions.repeatLater)] : [];
      const others = isGood ? otherCalls(operation, takers, json) : [];
      const offered = [...(nextStep ?? later), ...(isStep ? folded(texts.moreCalls, others) : others)];
      part.replaceChildren(...(offered.length === 0 ? [] : [withText('h3', texts.next)]), ...offered);
    },
    clear() {
      part.replaceChildren();
    },
  };
}

function folded(name: string, content: readonly HTMLElement[]): HTMLElement[] {
  if (content.length === 0) return [];
  const details = document.createElement('details');
  details.append(withText('summary', name), ...content);
  return [details];
}

function button(text: string, onPress: () => void): HTMLElement {
  const element = withText('button', text);
  element.setAttribute('type', 'button');
  element.addEventListener('click', onPress);
  return element;
}

function link(text: string, address: string): HTMLElement {
  const element = withText('a', text);
  element.setAttribute('href', address);
  return element;
}

function withText(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
