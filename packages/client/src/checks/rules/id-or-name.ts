import type { CrossFieldRule } from './rule.js';

const fields = ['id', 'endpoint_service_name'];

/**
 * A service is looked up by its ID or by its name, not by both and not by neither: `id` and `endpoint_service_name` in
 * table 2 of "query the summary of an endpoint service".
 */
export const idOrName: CrossFieldRule = function* ({ query }) {
  const given = fields.filter((field) => query[field] !== undefined);
  if (given.length !== 1) yield { path: ['query'], rule: 'exactlyOne', params: { fields } };
};
