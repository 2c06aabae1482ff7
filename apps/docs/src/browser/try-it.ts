import { operationAddress } from '@vpcep/openapi/reader';
import { addressInSingleFile } from '../site/address-in-single-file.js';
import { isLanguage } from '../site/languages.js';
import { readJson } from '../try-it/request-arguments.js';
import { requestUrl } from '../try-it/request-url.js';
import { type Outcome, sendRequest, type Sent } from '../try-it/send-request.js';
import type { TryItOperation } from '../try-it/try-it-operation.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import '../try-it/try-it-window.js';
import { partOf } from './part-of.js';
import { codeIn } from './elements.js';
import { tabMemory, tabRemembers } from './tab-memory.js';
import { tryItAnswer } from './try-it-answer.js';
import { type GivenValues, tryItFields } from './try-it-fields.js';
import { withKnown } from './try-it-known.js';
import { tryItNext } from './try-it-next.js';
import { type TryItServer, tryItServerChoice } from './try-it-server.js';
import { stepInWords, walkThrough } from './try-it-walk.js';

/** What a page hands over to that of another operation. */
const handedOver = tabMemory<{ operationId: string; given: GivenValues }>('try-it-handed-over');
/** The state that the mock was reset to. */
const chosenState = tabMemory<string>('try-it-state');

window.vpcepStartTryIt = (dialog, data) => {
  const texts = JSON.parse(dialog.dataset['texts'] ?? '{}') as TryItTexts;
  const { catalogue = '', install = '', start, language } = dialog.dataset;
  const form = dialog.querySelector('form');
  const scenario = dialog.querySelector<HTMLSelectElement>('[name=scenario]');
  if (!form || !scenario || !isLanguage(language)) throw new Error('the dialog lacks a part');
  const fields = tryItFields(form, language, texts);
  const choice = tryItServerChoice(partOf(dialog, '.try-it-mock'), texts);
  const answer = tryItAnswer(partOf(dialog, '.try-it-answer'), texts, { catalogue, install });
  const walk = walkThrough(data.workflows);
  const next = tryItNext(partOf(dialog, '.try-it-next'), texts, data, walk, {
    open(operationId) {
      leadTo(operationId, withKnown(operationNamed(operationId)));
    },
    openStep(operationId) {
      leadTo(operationId, walk.given() ?? { path: {} });
    },
    repeatLater() {
      void working(async (server) => {
        const outcome = await advance(server);
        if (!isGood(outcome)) answer.show(outcome, server.address);
        else await sendCurrent(server);
      });
    },
    addressOf: (address) => (start === undefined ? addressInSingleFile(address) : start + address),
  });
  scenario.value = chosenState.read() ?? scenario.value;
  if (!tabRemembers()) partOf(dialog, 'p[data-where=page]').textContent = texts.forgetfulHint;
  const banner = partOf(dialog, '.try-it-walk');
  const title = partOf(dialog, '#try-it-title');
  let current: { operation: TryItOperation; given: GivenValues } | undefined;

  function operationNamed(operationId: string): TryItOperation {
    const found = data.operations.find((each) => each.operationId === operationId);
    if (found === undefined) throw new Error(`there is no operation ${operationId} to try`);
    return found;
  }

  function update(): void {
    const server = choice.server();
    if (current === undefined) return;
    const { operation } = current;
    answer.line(operation.method, requestUrl(server?.shown ?? '', operation, fields.values()), fields.body());
    fields.check();
  }

  function fill(operation: TryItOperation, given: GivenValues): void {
    current = { operation, given };
    title.textContent = operation.title;
    const method = partOf(dialog, '.try-it-method');
    method.textContent = operation.method;
    method.dataset['method'] = operation.method.toLowerCase();
    fields.fill(operation, given);
    answer.say(texts.noAnswerYet);
    showWalk(operation);
    update();
  }

  function showWalk(operation: TryItOperation): void {
    const present = walk.present();
    banner.hidden = !walk.isAt(operation.operationId);
    next.begin(operation);
    if (present !== undefined) partOf(banner, 'p').replaceChildren(...codeIn(stepInWords(present, texts)));
  }

  /** Goes on with another operation: here, or on its page, where it has one. */
  function leadTo(operationId: string, given: GivenValues): void {
    // Where pages cannot tell each other anything, all goes on in this one.
    const isHere =
      start === undefined || !tabRemembers() || document.querySelector(`[data-try-it="${operationId}"]`) !== null;
    if (isHere) {
      fill(operationNamed(operationId), given);
      // Where a reader of the dialog begins.
      title.focus();
      return;
    }
    handedOver.write({ operationId, given });
    location.href = `${start}${operationAddress(operationId)}#try`;
  }

  /** Does something that takes time, during which nothing else is sent. */
  async function working(work: (server: TryItServer) => Promise<void>): Promise<void> {
    const server = choice.server();
    if (server === undefined) {
      answer.say(texts.notSent);
      next.clear();
      choice.focus();
      return;
    }
    if (form?.dataset['sending'] === 'true') return;
    if (form) form.dataset['sending'] = 'true';
    answer.say(texts.sending);
    const hadFocus = next.hasFocus();
    next.clear();
    try {
      await work(server);
    } finally {
      if (form) form.dataset['sending'] = 'false';
      // What was pressed is gone: the keyboard goes on with what stands in its place.
      if (hadFocus && !next.focus()) title.focus();
    }
  }

  async function sendCurrent(server: TryItServer): Promise<void> {
    if (current === undefined) return;
    const { operation } = current;
    const { method, headers, body } = operation;
    const values = fields.values();
    const url = requestUrl(server.address, operation, values);
    const outcome = await sendRequest(
      { method, url, headers, ...(body !== undefined && { body: fields.body() }) },
      server.fetch,
      data.reasons,
    );
    if (outcome.kind !== 'answered') {
      answer.show(outcome, server.address);
    } else {
      const response = { status: outcome.status, json: readJson(outcome.text) };
      const isStep = walk.isAt(operation.operationId);
      // A step may end with what is an error elsewhere: the last one finds what was deleted no more.
      const isWanted = isStep && walk.answered(response.status, response.json);
      answer.show(isWanted ? { ...outcome, ok: true } : outcome, server.address);
      next.show(operation, values, response);
      // The last step ends the workflow.
      if (walk.present() === undefined) banner.hidden = true;
    }
  }

  /** Tells the mock something. */
  const control = (server: TryItServer, method: string, route: string, body: object): Promise<Outcome> => {
    const request: Sent = {
      method,
      url: `${server.address}/_mock/${route}`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    return sendRequest(request, server.fetch, data.reasons);
  };
  const reset = (server: TryItServer) => control(server, 'PUT', 'state', { scenario: scenario.value });
  const advance = (server: TryItServer) => control(server, 'POST', 'clock', { advance: '2m' });

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const missing = fields.missing();
    if (missing === undefined) {
      void working(sendCurrent);
      return;
    }
    answer.say(texts.notSent);
    next.clear();
    missing.focus();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const onPress = (name: string, act: () => void) => {
    partOf(dialog, `[data-do=${name}]`).addEventListener('click', act);
  };
  onPress('sample', () => {
    if (current !== undefined) fill(current.operation, walkValues(current.operation) ?? { path: {} });
  });
  onPress('leave', () => {
    walk.leave();
    if (current !== undefined) showWalk(current.operation);
    title.focus();
  });
  onPress('advance', () => {
    void working(async (server) => {
      const outcome = await advance(server);
      if (isGood(outcome)) answer.say(texts.timePassed);
      else answer.show(outcome, server.address);
    });
  });
  onPress('reset', () => {
    void working(async (server) => {
      const outcome = await reset(server);
      const state = scenario.selectedOptions[0]?.text ?? scenario.value;
      if (isGood(outcome)) {
        answer.say(texts.mockReset.replace('{state}', state));
        chosenState.write(scenario.value);
      } else answer.show(outcome, server.address);
    });
  });
  // A link in the dialog leads to another place of the page, or to another page.
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) dialog.close();
  });

  /** What the present step of the workflow sends, if it is this operation. */
  const walkValues = ({ operationId }: TryItOperation) => (walk.isAt(operationId) ? walk.given() : undefined);

  return {
    operation(operationId) {
      const operation = operationNamed(operationId);
      const handed = handedOver.read();
      handedOver.write(undefined);
      if (handed?.operationId === operationId) fill(operation, handed.given);
      // What the reader has typed and been answered is still there when the dialog opens again.
      else if (current?.operation !== operation) fill(operation, walkValues(operation) ?? { path: {} });
    },
    workflow(workflowId) {
      const begun = walk.begin(workflowId);
      if (begun === undefined) throw new Error(`there is no workflow ${workflowId} to walk through`);
      leadTo(begun.step.operationId, walk.given() ?? { path: {} });
      if (choice.server()?.isInPage !== true) {
        answer.say(texts.walkOnServer);
        return;
      }
      // What an earlier walk has left would be in the way.
      void working(async (server) => {
        const outcome = await reset(server);
        if (isGood(outcome)) answer.say(texts.noAnswerYet);
        else answer.show(outcome, server.address);
      });
    },
  };
};

const isGood = (outcome: Outcome): boolean => outcome.kind === 'answered' && outcome.ok;
