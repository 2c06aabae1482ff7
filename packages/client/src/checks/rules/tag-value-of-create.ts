import { isFields, itemsOf } from '../fields.js';
import type { CrossFieldRule } from './rule.js';

/** A tag to add needs a value: `value` in table 4 of "add or remove tags in a batch". */
export const tagValueOfCreate: CrossFieldRule = function* ({ body }) {
  if (body['action'] !== 'create') return;
  for (const [index, tag] of itemsOf(body['tags']).entries()) {
    if (isFields(tag) && tag['value'] === undefined) {
      yield { path: ['body', 'tags', index, 'value'], rule: 'tagValueOfCreate', params: { action: 'create' } };
    }
  }
};
