import { choiceFor } from './choices.js';
import type { SampledOperation } from './sampled-operation.js';

/** What a sample calls an operation with. */
export interface SampleArguments {
  path: Record<string, string>;
  query: Record<string, string | number | boolean>;
  body?: Record<string, unknown>;
}

/** Filters that people want, and the size of a page. Others would only make a list empty. */
const usualQuery = ['status', 'limit'];

/** Takes the arguments of a sample from the examples of the document. */
export function sampleArguments(placed: SampledOperation): SampleArguments {
  const { operationId, operation, parameters, bodyExample } = placed;
  const chosen = (operation['x-rules'] ?? []).flatMap((rule) =>
    'exactlyOneOf' in rule ? rule.exactlyOneOf.slice(0, 1) : [],
  );
  const query = [...usualQuery, ...chosen];
  const examples = (place: string, isWanted: (name: string, required: boolean) => boolean) =>
    parameters
      .filter(({ name, required = false, ...parameter }) => parameter.in === place && isWanted(name, required))
      .map(({ name, example }) => [name, example] as const);
  return {
    path: {
      ...Object.fromEntries(examples('path', () => true).map(([name, example]) => [name, String(example)])),
      ...ownId(placed),
      ...choiceFor(operationId),
    },
    query: Object.fromEntries(examples('query', (name, required) => required || query.includes(name))),
    ...(bodyExample && { body: bodyExample }),
  };
}

/** The resource that a path names last is that of the answer, where the answer says its ID. */
function ownId({ path, answerExample }: SampledOperation): Record<string, string> {
  const id = answerExample?.['id'];
  // Such as `/vpc-endpoints/{vpc_endpoint_id}`.
  const names = [...path.matchAll(/\/([a-z-]+)s\/\{(\w+)_id\}/g)].flatMap(([, list = '', name = '']) =>
    list.replaceAll('-', '_') === name ? `${name}_id` : [],
  );
  const name = names.at(-1);
  return name === undefined || typeof id !== 'string' ? {} : { [name]: id };
}
