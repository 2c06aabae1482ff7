import { fieldsOf, itemsOf } from '../fields.js';
import { repetitions } from '../repetitions.js';
import type { CrossFieldRule } from './rule.js';

const filters = ['tags', 'tags_any', 'not_tags', 'not_tags_any'];

/**
 * A filter has each key once, and under it each value once, without regard to spaces at their edges, which are dropped
 * before use: `tags` to `not_tags_any` in table 3, and table 4, of "query resource instances". None of it is looked at
 * when `without_any_tag` is true (table 3 of the release of November 2022).
 */
export const repeatedFilter: CrossFieldRule = function* ({ body }) {
  if (body['without_any_tag'] === true) return;
  for (const filter of filters) {
    const tags = itemsOf(body[filter]);
    for (const params of repetitions(tags, (tag) => trimmed(fieldsOf(tag)['key']))) {
      yield { path: ['body', filter, params.index], rule: 'repeatedFilterKey', params };
    }
    for (const [index, tag] of tags.entries()) {
      for (const params of repetitions(itemsOf(fieldsOf(tag)['values']), trimmed)) {
        yield { path: ['body', filter, index, 'values', params.index], rule: 'repeatedFilterValue', params };
      }
    }
  }
};

/** The text without spaces at its edges; no other white space is dropped. */
function trimmed(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  let start = 0;
  let end = text.length;
  while (text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}
