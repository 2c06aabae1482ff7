import { readTarget } from '../request/target.js';
import { ControlError } from '../values/control-error.js';
import { type KeptRequest, projectOf } from './recorded-request.js';

/** Which requests are meant: those that are all of what is given. */
export interface RequestFilter {
  /** Those for an operation, by its `operationId`. */
  operation?: string;
  /** Those with this project in their path. */
  project?: string;
  /** Those that were answered after the one with this `id`. */
  since?: number;
  /** Those with this method, in upper or lower case. */
  method?: string;
  /** Those with this path, as it was sent, without the query. */
  path?: string;
  /** Those that were answered with this status. */
  status?: number;
  /** Those that should not have been sent at all (`true`), or those that may be sent (`false`). */
  unexpected?: boolean;
  /** At most so many, the last ones. */
  limit?: number;
}

const rules: Readonly<Record<keyof RequestFilter, { rule: string; holds: (value: unknown) => boolean }>> = {
  operation: { rule: 'an operationId', holds: (value) => typeof value === 'string' },
  project: { rule: 'the ID of a project', holds: (value) => typeof value === 'string' },
  since: { rule: 'the id of a request, an integer from 0 on', holds: isCount },
  method: { rule: "a method such as 'GET'", holds: (value) => typeof value === 'string' },
  path: {
    rule: "a path such as '/v1/my-project/vpc-endpoints', without a query",
    holds: (value) => typeof value === 'string' && /^\/[^?]*$/.test(value),
  },
  status: {
    rule: 'a status from 100 to 599',
    holds: (value) => isCount(value) && Number(value) >= 100 && Number(value) <= 599,
  },
  unexpected: { rule: 'true or false', holds: (value) => typeof value === 'boolean' },
  limit: { rule: 'an integer from 0 on', holds: isCount },
};

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const isName = (name: string): name is keyof RequestFilter => Object.hasOwn(rules, name);

/**
 * Checks a filter, and copies it. `operations` are the operations that there are.
 *
 * @throws ControlError when it is not valid.
 */
export function checkFilter(value: unknown, operations: () => readonly string[]): RequestFilter {
  requireFilter(value);
  const given = Object.entries(value).filter(([, wanted]) => wanted !== undefined);
  for (const [name, wanted] of given) {
    if (!isName(name)) {
      throw new ControlError(`the filter ${name} is not known; use any of ${Object.keys(rules).join(', ')}.`);
    }
    const { rule, holds } = rules[name];
    if (!holds(wanted)) throw new ControlError(`the filter ${name} must be ${rule}.`);
    if (name === 'operation' && !operations().includes(String(wanted))) {
      throw new ControlError(`the filter operation must be one of ${operations().join(', ')}.`);
    }
  }
  return Object.fromEntries(given);
}

/**
 * Checks that a filter is an object, whatever it says.
 *
 * @throws ControlError when it is none.
 */
export function requireFilter(value: unknown): asserts value is object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new ControlError(`a filter must be an object with any of ${Object.keys(rules).join(', ')}.`);
}

/** Reads a filter from the values of a query, where all is text. What is no number or boolean there is left to the check. */
export const filterOfQuery = (query: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, text]) => {
      if (['since', 'status', 'limit'].includes(name)) {
        return [name, typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text];
      }
      if (name === 'unexpected' && (text === 'true' || text === 'false')) return [name, text === 'true'];
      return [name, text];
    }),
  );

/** Whether a request is meant, by what was kept of it. */
export function isMeant(kept: KeptRequest, filter: RequestFilter): boolean {
  const { operation, project, since, method, path, status, unexpected } = filter;
  return (
    (since === undefined || kept.id > since) &&
    (operation === undefined || kept.operation?.id === operation) &&
    (method === undefined || kept.entry.method === method.toUpperCase()) &&
    (status === undefined || kept.entry.status === status) &&
    (unexpected === undefined || kept.isUnexpected === unexpected) &&
    (path === undefined || readTarget(kept.target).pathname === path) &&
    (project === undefined || projectOf(kept) === project)
  );
}
