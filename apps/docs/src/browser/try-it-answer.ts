import { highlightJson } from '../try-it/highlight-json.js';
import { patience, type Outcome } from '../try-it/send-request.js';
import { readJson } from '../try-it/request-arguments.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { element, linkTo } from './elements.js';
import { partOf } from './part-of.js';

/** The part of the dialog that shows what came of a request. */
export interface TryItAnswer {
  /** Shows which request it is, or will be; a response that is there was to this one, or to an earlier one. */
  line: (method: string, url: string, body: string) => void;
  /** Shows a sentence alone. */
  say: (sentence: string) => void;
  show: (outcome: Outcome, address: string) => void;
}

/**
 * @param addresses of the error catalogue, and of the guide that tells how to get a mock.
 */
export function tryItAnswer(
  section: HTMLElement,
  texts: TryItTexts,
  addresses: { catalogue: string; install: string },
): TryItAnswer {
  const state = partOf(section, '.try-it-state');
  const headerList = partOf(section, 'dl');
  const code = partOf(section, '.try-it-code');
  const more = partOf(section, '.try-it-more');
  const earlier = partOf(section, '.try-it-earlier');
  let request = '';
  /** The request that was answered with what is shown. */
  let answered: string | undefined;

  function say(sentence: string, mood: 'good' | 'bad' | '' = ''): void {
    state.textContent = sentence;
    state.dataset['mood'] = mood;
    headerList.replaceChildren();
    code.hidden = true;
    more.replaceChildren();
    answered = undefined;
    earlier.hidden = true;
  }

  function showCode(text: string, isJson: boolean): void {
    const pre = partOf(code, 'pre');
    if (isJson) pre.innerHTML = highlightJson(JSON.stringify(JSON.parse(text), undefined, 2));
    else pre.textContent = text;
    code.hidden = false;
  }

  function showAnswer({ status, words, ok, headers, text, time }: Outcome & { kind: 'answered' }): void {
    const told = texts.answered.replace('{status}', `${status} ${words}`).replace('{time}', String(Math.round(time)));
    say(told, ok ? 'good' : 'bad');
    headerList.replaceChildren(...headers.flatMap(([name, value]) => [element('dt', name), element('dd', value)]));
    if (text === '') {
      more.textContent = texts.noBody;
      return;
    }
    const json = readJson(text);
    showCode(text, json !== undefined);
    const errorCode = errorCodeOf(json);
    if (ok || errorCode === undefined) return;
    more.append(linkTo(`${addresses.catalogue}#${errorCode}`, texts.remedy.replace('{code}', errorCode)));
  }

  return {
    line(method, url, body) {
      const line = `${method} ${url}`;
      partOf(section, '.try-it-line code').textContent = line;
      request = `${line}\n${body}`;
      earlier.hidden = answered === undefined || answered === request;
    },
    say(sentence) {
      say(sentence);
    },
    show(outcome, address) {
      if (outcome.kind === 'answered') showAnswer(outcome);
      else if (outcome.kind === 'tooSlow') say(texts.tooSlow.replace('{seconds}', String(patience / 1000)), 'bad');
      else {
        say(texts.unreachable.replace('{address}', address), 'bad');
        showCode(startCommand(address), false);
        more.append(`${texts.allowed} `, linkTo(addresses.install, texts.getMock));
      }
      answered = request;
      // On a phone it is below what was sent.
      section.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** What starts a mock at an address, with what the samples are about. */
function startCommand(address: string): string {
  const { port } = new URL(address);
  return `npx @vpcep/mock --port ${port || '80'} --scenario small-team`;
}

/** The code of an error that is in the catalogue: those of the gateway before the service are not. */
function errorCodeOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('error_code' in json)) return undefined;
  const { error_code: code } = json;
  return typeof code === 'string' && /^EndPoint\./i.test(code) ? code : undefined;
}
