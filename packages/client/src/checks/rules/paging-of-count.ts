import type { CrossFieldRule } from './rule.js';

/** Counting has no pages: `limit` and `offset` in table 3 of "query resource instances". */
export const pagingOfCount: CrossFieldRule = function* ({ body }) {
  if (body['action'] !== 'count') return;
  for (const field of ['limit', 'offset']) {
    if (body[field] !== undefined) yield { path: ['body', field], rule: 'pagingOfCount', params: { action: 'count' } };
  }
};
