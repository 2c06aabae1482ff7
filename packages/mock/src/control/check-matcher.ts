import type { FaultMatcher } from '../faults/fault.js';
import { type FaultyOperation, projectParameter } from '../faults/matcher.js';
import { shownText, shownValue } from '../shown/shown-value.js';
import { ControlError } from '../values/control-error.js';

/** What the name of a header consists of. */
const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

/**
 * Checks that there are calls that a fault is for.
 *
 * @throws ControlError when there are none, since a fault that never happens is a mistake.
 */
export function checkMatcher(matcher: FaultMatcher, operations: readonly FaultyOperation[], where: string): void {
  const { operation, method, project, path = {}, query = {}, headers = {} } = matcher;
  const ofApi = operations.filter(({ isOfApi }) => isOfApi);
  const meant = operation === undefined ? ofApi : operations.filter(({ name }) => name === operation);
  if (meant.length === 0) {
    const names = operations.map(({ name }) => name);
    throw new ControlError(`${where}.operation must be one of ${names.join(', ')}, not ${shownValue(operation)}.`);
  }
  const who = operation ?? 'no operation';

  const methods = [...new Set(meant.map((one) => one.method))];
  for (const one of method === undefined ? [] : [method].flat()) {
    if (methods.includes(one)) continue;
    throw new ControlError(
      operation === undefined
        ? `${where}.method must be one of ${methods.join(', ')}, not ${shownValue(one)}.`
        : `${where}.method must be ${methods.join('')}, that of ${operation}, not ${shownValue(one)}; leave it out.`,
    );
  }
  if (project !== undefined && Object.hasOwn(path, projectParameter)) {
    throw new ControlError(`${where}.project says what path.${projectParameter} says; leave one of them out.`);
  }
  if (project !== undefined && !meant.some((one) => one.path.includes(projectParameter))) {
    throw new ControlError(`${where}.project: the path of ${who} has no ${projectParameter}; leave it out.`);
  }
  for (const [part, given] of [
    ['path', path],
    ['query', query],
  ] as const) {
    const known = new Set(meant.flatMap((one) => one[part]));
    for (const name of Object.keys(given)) {
      if (known.has(name)) continue;
      const choice = known.size === 0 ? 'leave it out' : `it may be one of ${[...known].join(', ')}`;
      const problem = operation === undefined ? 'no operation has' : `${operation} does not have`;
      throw new ControlError(`${where}.${part}.${shownText(name)} is a parameter that ${problem}; ${choice}.`);
    }
  }
  const wanted = [...Object.keys(path), ...(project === undefined ? [] : [projectParameter])];
  const fitting = meant.filter(
    (one) =>
      (method === undefined || [method].flat().includes(one.method)) &&
      wanted.every((name) => one.path.includes(name)) &&
      Object.keys(query).every((name) => one.query.includes(name)),
  );
  if (fitting.length === 0) {
    throw new ControlError(`${where} is for no operation: none has all of its method, path and query; leave some out.`);
  }
  for (const name of Object.keys(headers)) {
    if (headerName.test(name)) continue;
    throw new ControlError(`${where}.headers: ${shownValue(name)} cannot be the name of a header; correct it.`);
  }
}
