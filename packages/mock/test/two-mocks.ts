import { expect } from 'vitest';
import type { Answer } from '../src/answer.js';
import { answeringOf } from '../src/answering-of.js';
import { faultyOperations } from '../src/contract/faulty-operations.js';
import { type OwnDocument, ownContract } from '../src/contract/own-contract.js';
import { createPrismValidation } from '../src/contract/prism.js';
import type { Validation } from '../src/contract/validation.js';
import type { Control } from '../src/control/control.js';
import { createCore } from '../src/core/core.js';
import { createValidators } from '../src/document/validators.js';
import * as wholeDocument from '../src/generated/document.js';
import * as pageDocument from '../src/generated/page-document.js';
import { type MockOptions, readOptions } from '../src/options.js';
import { compiledValidation } from '../src/page/compiled-validation.js';
import type { ReceivedRequest } from '../src/request/received-request.js';
import { createInitialWorld } from '../src/worlds/initial-world.js';

/** A request as it arrives at both. */
export interface Arriving {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
}

/** An answer, and what a log says of it. */
interface Told {
  readonly answer: Answer | undefined;
  readonly text: string;
}

/** Two mocks in the same world: one that validates by Prism, as on Node, and one by compiled validators, as in a page. */
export interface TwoMocks {
  /** Sends a request to both, which have to give the same answer, to the letter, and gives it. */
  ask(request: Arriving): Promise<Answer>;
  /** The answer of the one in the page. */
  askPage(request: Arriving): Promise<Answer>;
  /** Does something to both. */
  each(act: (control: Control) => void): void;
  /** What both remember, which has to be the same. */
  state(): ReturnType<Control['state']>;
}

function createMock(options: MockOptions, document: OwnDocument, validation: Validation) {
  const settings = readOptions({ clock: 'manual', scenario: 'small-team', ...options });
  const contract = ownContract(document, validation, settings.asOf, answeringOf(settings));
  const root = createInitialWorld(
    settings,
    { operations: () => faultyOperations(contract.operations), health: () => ({}) },
    undefined,
  );
  const worlds = { root, enter: () => undefined, leave: () => undefined };
  const core = createCore({ contract: () => contract, worlds, log: () => undefined });
  const { control } = root;
  return {
    control,
    async tell(request: Arriving): Promise<Told> {
      const answer = await core.respond(receivedOf(request));
      // Of each request the ID is another one.
      const id = answer?.headers?.['X-Request-Id'];
      const { status, headers = {}, body, explanation } = answer ?? {};
      const text = JSON.stringify({ status, headers, body, explanation });
      return { answer, text: id === undefined ? text : text.replaceAll(id, 'ID') };
    },
  };
}

function receivedOf({ method, target, headers, body = '' }: Arriving): ReceivedRequest {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    method,
    target,
    origin: `http://${headers['Host'] ?? 'localhost'}`,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    headerNames: () => Object.keys(headers),
    bytes: () => Promise.resolve({ bytes }),
    ending: new AbortController().signal,
  };
}

/** Makes both, with `small-team` as their scenario and a clock that is moved by hand, unless the options say otherwise. */
export function createTwoMocks(options: MockOptions = {}): TwoMocks {
  const node = createMock(options, wholeDocument, createPrismValidation(createValidators()));
  const page = createMock(options, pageDocument, compiledValidation);
  return {
    async ask(request) {
      const expected = await node.tell(request);
      const told = await page.tell(request);
      if (told.text !== expected.text) {
        throw new Error(`${describe(request)}\nis answered by Prism\n${expected.text}\nand in the page\n${told.text}`);
      }
      return answerOf(told);
    },
    askPage: async (request) => answerOf(await page.tell(request)),
    each(act) {
      act(node.control);
      act(page.control);
    },
    state() {
      const state = page.control.state();
      expect(state).toEqual(node.control.state());
      return state;
    },
  };
}

function answerOf({ answer }: Told): Answer {
  if (answer === undefined) throw new Error('the connection was cut');
  return answer;
}

function describe({ body, ...request }: Arriving): string {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return JSON.stringify({ ...request, body: text }).slice(0, 2000);
}
