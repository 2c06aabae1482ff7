import { fieldsOf, itemsOf } from '../fields.js';
import { repetitions } from '../repetitions.js';
import type { CrossFieldRule } from './rule.js';

/**
 * A resource has each tag key once: "tag management" in the user guide of the first release, and the service's error
 * `EndPoint.3067`. It does not hold for removing tags, where a key may come with several values.
 */
export const repeatedTagKey: CrossFieldRule = function* ({ body }) {
  if (body['action'] === 'delete') return;
  for (const params of repetitions(itemsOf(body['tags']), keyOf)) {
    yield { path: ['body', 'tags', params.index], rule: 'repeatedTagKey', params };
  }
};

function keyOf(tag: unknown): string | undefined {
  const { key } = fieldsOf(tag);
  return typeof key === 'string' ? key : undefined;
}
