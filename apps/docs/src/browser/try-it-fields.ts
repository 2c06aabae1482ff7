import type { TryItOperation, TryItParameter } from '../try-it/try-it-operation.js';
import type { ParameterValues } from '../try-it/request-url.js';
import { partOf } from './part-of.js';

/** The fields of the form that belong to an operation. */
export interface TryItFields {
  /** Makes the fields of an operation, with the values of its sample. */
  fill: (operation: TryItOperation) => void;
  values: () => ParameterValues;
  body: () => string;
}

export function tryItFields(form: HTMLFormElement): TryItFields {
  const places = { path: partOf(form, '[data-place=path]'), query: partOf(form, '[data-place=query]') };
  const body = form.querySelector('textarea');
  const bodyLabel = body?.closest('label');
  if (!body || !bodyLabel) throw new Error('the form has no field for a body');

  const inputsOf = (place: keyof typeof places) => [...places[place].querySelectorAll('input')];
  const valuesOf = (place: keyof typeof places) =>
    Object.fromEntries(inputsOf(place).map((input) => [input.name, input.value.trim()]));

  function fillPlace(place: keyof typeof places, parameters: readonly TryItParameter[]): void {
    const [legend] = places[place].children;
    const labels = parameters.map(({ name, value, example }) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      Object.assign(input, { type: 'text', name, value, placeholder: example, spellcheck: false, autocomplete: 'off' });
      input.required = place === 'path';
      label.append(name, input);
      return label;
    });
    places[place].replaceChildren(...(legend ? [legend] : []), ...labels);
    places[place].hidden = parameters.length === 0;
  }

  return {
    fill({ pathParameters, queryParameters, body: text }) {
      fillPlace('path', pathParameters);
      fillPlace('query', queryParameters);
      body.value = text ?? '';
      body.rows = Math.min(18, body.value.split('\n').length + 1);
      bodyLabel.hidden = text === undefined;
    },
    values: () => ({ path: valuesOf('path'), query: valuesOf('query') }),
    body: () => body.value,
  };
}
