import type { IHttpNameValues } from '@stoplight/prism-http';
import type { IHttpQueryParam } from '@stoplight/types';
import type { Validation } from './validation.js';

/** The parameters of a query that an operation knows, or the first of them that is wrong, and why. */
export type ReadQuery = { known: Record<string, string> } | { parameter: string; problem: string };

/**
 * Reads a query more strictly than Prism does, which takes `limit=`, `limit=0x10` and `limit=1e400` for numbers, leaves
 * empty values unchecked, and mistakes `LIMIT` for `limit`.
 */
export function readQuery(
  { isValid }: Pick<Validation, 'isValid'>,
  parameters: readonly IHttpQueryParam[],
  query: IHttpNameValues,
): ReadQuery {
  const known: Record<string, string> = {};
  for (const { name, schema = {} } of parameters) {
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    if (value === undefined) continue;
    if (typeof value !== 'string') return { parameter: name, problem: 'is sent more than once; send it once' };
    if (value === '' && !isValid(schema, value)) return { parameter: name, problem: 'is empty; give it a value' };
    if (schema.type === 'integer' && !/^-?\d+$/.test(value)) {
      return { parameter: name, problem: 'must be an integer' };
    }
    known[name] = value;
  }
  return { known };
}
