import { checkArguments } from '@vpcep/client/checks';
import type { OperationId } from '@vpcep/client';
import type { Language } from '../site/languages.js';
import type { ParameterValues } from '../try-it/request-url.js';
import { readJson, requestArguments } from '../try-it/request-arguments.js';
import type { TryItOperation, TryItParameter } from '../try-it/try-it-operation.js';
import type { TryItTexts } from '../try-it/try-it-texts.js';
import { element } from './elements.js';
import { partOf } from './part-of.js';

/** What a request is filled with, beside its sample. What is left out is as in the sample. */
export interface GivenValues {
  path: Record<string, string>;
  /** In place of all that the sample has. */
  query?: Record<string, string>;
  body?: string;
}

/** The fields of the form that belong to an operation. */
export interface TryItFields {
  /** Makes the fields of an operation. */
  fill: (operation: TryItOperation, given: GivenValues) => void;
  values: () => ParameterValues;
  body: () => string;
  /** Says at each field what is wrong with it. */
  check: () => void;
  /** The first part of the path that is empty: without it, there is no address to send to. */
  missing: () => HTMLElement | undefined;
}

type Field = HTMLInputElement | HTMLSelectElement;

export function tryItFields(form: HTMLFormElement, language: Language, texts: TryItTexts): TryItFields {
  const places = { path: partOf(form, '[data-place=path]'), query: partOf(form, '[data-place=query]') };
  const body = form.querySelector('textarea');
  const bodyLabel = body?.closest('label');
  if (!body || !bodyLabel) throw new Error('the form has no field for a body');
  const notJson = partOf(form, '#try-it-not-json');
  const bodyProblems = partOf(form, '#try-it-problems');
  let current: TryItOperation | undefined;

  const fieldsOf = (place: keyof typeof places) => [...places[place].querySelectorAll<Field>('input, select')];
  const valuesOf = (place: keyof typeof places) =>
    Object.fromEntries(fieldsOf(place).map((field) => [field.name, field.value.trim()]));
  const values = () => ({ path: valuesOf('path'), query: valuesOf('query') });

  function fillPlace(
    place: keyof typeof places,
    parameters: readonly TryItParameter[],
    valueOf: (parameter: TryItParameter) => string,
  ): void {
    const [legend] = places[place].children;
    places[place].replaceChildren(
      ...(legend ? [legend] : []),
      ...parameters.map((parameter) => labelled(place, parameter, valueOf(parameter), texts)),
    );
    places[place].hidden = parameters.length === 0;
  }

  function check(): void {
    if (current === undefined || !body) return;
    const isJson = current.body === undefined || readJson(body.value) !== undefined;
    say(notJson, isJson ? '' : texts.notJson);
    // The operations of the page are those of the document, as the client has them.
    const operationId = current.operationId as OperationId;
    const problems = checkArguments(operationId, requestArguments(current, values(), body.value));
    const problemsOf = (isOf: (place: unknown, name: unknown) => boolean) =>
      problems.filter(({ path: [place, name] }) => isOf(place, name));
    for (const place of ['path', 'query'] as const) {
      for (const field of fieldsOf(place)) {
        const known = problemsOf((of, name) => of === place && name === field.name);
        const messages = known.length > 0 ? known.map(({ message }) => message[language]) : ownMessages(field);
        field.setAttribute('aria-invalid', String(messages.length > 0));
        const said = document.getElementById(`${field.id}-problem`);
        if (said) say(said, messages.join(' '));
      }
    }
    const general = problemsOf((place, name) => place === 'body' || name === undefined);
    const ofBody = isJson ? general : [];
    body.setAttribute('aria-invalid', String(!isJson || ofBody.length > 0));
    bodyProblems.replaceChildren(
      ...ofBody.map((problem) => element('li', ...whereIn(problem), problem.message[language])),
    );
  }

  /** What the checks of the client cannot know: it has a project of its own, and is never given half a number. */
  function ownMessages(field: Field): string[] {
    if (field.validity.badInput) return [texts.noNumber];
    return isMissing(field) ? [texts.missing] : [];
  }

  return {
    fill(operation, given) {
      current = operation;
      const { pathParameters, queryParameters, body: sample } = operation;
      fillPlace('path', pathParameters, ({ name, value }) => given.path[name] ?? value);
      fillPlace('query', queryParameters, ({ name, value }) => (given.query ? (given.query[name] ?? '') : value));
      body.value = sample === undefined ? '' : (given.body ?? sample);
      body.rows = Math.min(18, body.value.split('\n').length + 1);
      bodyLabel.hidden = sample === undefined;
      check();
    },
    values,
    body: () => body.value,
    check,
    missing: () => fieldsOf('path').find(isMissing),
  };
}

const isMissing = (field: Field) => field.required && field.value.trim() === '';

/** The object that a problem is in, where it is not the body itself: its message names the field alone. */
function whereIn({ path }: { path: readonly (string | number)[] }): HTMLElement[] {
  const [, ...parts] = path;
  const field = parts.pop();
  if (typeof field !== 'string' || parts.length === 0) return [];
  const where = parts.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return [element('code', where.slice(1)), element('span', ': ')];
}

/** A field with its name before it, and what is wrong with it below. */
function labelled(place: string, parameter: TryItParameter, value: string, texts: TryItTexts): HTMLElement {
  const { name, required } = parameter;
  const id = `try-it-${place}-${name}`;
  const label = document.createElement('label');
  label.htmlFor = id;
  label.append(name);
  label.classList.toggle('try-it-required', required);
  const field = fieldFor(parameter, value, texts);
  const problem = element('p', '');
  Object.assign(field, { name, id, required });
  Object.assign(problem, { id: `${id}-problem`, className: 'try-it-problem' });
  field.setAttribute('aria-describedby', problem.id);
  const whole = document.createElement('div');
  whole.append(label, field, problem);
  return whole;
}

function fieldFor({ required, example, choices, isNumber }: TryItParameter, value: string, texts: TryItTexts): Field {
  if (choices !== undefined) {
    const select = document.createElement('select');
    const known = [...new Set([...choices, value])].filter(Boolean);
    select.append(...(required ? [] : [new Option(texts.leftOut, '')]), ...known.map((each) => new Option(each)));
    select.value = value;
    return select;
  }
  const input = document.createElement('input');
  Object.assign(input, { value, placeholder: example, spellcheck: false, autocomplete: 'off' });
  // Whoever wants to see what a wrong number is answered with may send one.
  Object.assign(input, isNumber ? { type: 'number', step: 'any' } : { type: 'text' });
  return input;
}

/** Says something new; what is said already is not said again by screen readers. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
