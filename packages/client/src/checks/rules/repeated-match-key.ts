import { fieldsOf, itemsOf } from '../fields.js';
import { repetitions } from '../repetitions.js';
import type { CrossFieldRule } from './rule.js';

/** A search looks into each field once: `matches` in table 3 of "query resource instances". */
export const repeatedMatchKey: CrossFieldRule = function* ({ body }) {
  for (const params of repetitions(itemsOf(body['matches']), keyOf)) {
    yield { path: ['body', 'matches', params.index], rule: 'repeatedMatchKey', params };
  }
};

function keyOf(match: unknown): string | undefined {
  const { key } = fieldsOf(match);
  return typeof key === 'string' ? key : undefined;
}
