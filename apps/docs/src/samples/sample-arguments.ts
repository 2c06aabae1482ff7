import { choiceFor } from './choices.js';
import type { SampledOperation } from './sampled-operation.js';

/** What a sample calls an operation with. */
export interface SampleArguments {
  path: Record<string, string>;
  query: Record<string, string | number>;
  body?: Record<string, unknown>;
}

/** Filters that people want, and the size of a page. Others would only make a list empty. */
const usualQuery = ['status', 'limit'];

/** Takes the arguments of a sample from the examples of the document. */
export function sampleArguments({ operationId, parameters, bodyExample }: SampledOperation): SampleArguments {
  const choice = choiceFor(operationId);
  const query = [...usualQuery, ...(choice.query ?? [])];
  const examples = (place: string, isWanted: (name: string, required: boolean) => boolean) =>
    parameters
      .filter(({ name, required = false, ...parameter }) => parameter.in === place && isWanted(name, required))
      .map(({ name, example }) => [name, example] as const);
  return {
    path: {
      ...Object.fromEntries(examples('path', () => true).map(([name, example]) => [name, String(example)])),
      ...choice.path,
    },
    query: Object.fromEntries(examples('query', (name, required) => required || query.includes(name))),
    ...(bodyExample && { body: bodyExample }),
  };
}
