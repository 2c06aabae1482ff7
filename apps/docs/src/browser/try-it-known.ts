import type { ParameterValues } from '../try-it/request-url.js';
import { putAt, valueAt } from '../try-it/json-place.js';
import { readJson } from '../try-it/request-arguments.js';
import type { TryItOperation } from '../try-it/try-it-operation.js';
import { tabMemory } from './tab-memory.js';
import type { GivenValues } from './try-it-fields.js';

/** What earlier calls of the tab have told, by what takes it. */
interface Known {
  /** By the name of a parameter of the path: the operations have it in common. */
  path: Record<string, string>;
  /** By the operation and the place, such as `createEndpoint body.endpoint_service_id`. */
  other: Record<string, { operationId: string; place: readonly string[]; value: unknown }>;
}

const memory = tabMemory<Known>('try-it-known');

/** Notes what a call was sent with and answered with, and returns the names of the operations that take something of it. */
export function learn(operation: TryItOperation, sent: ParameterValues, json: unknown): ReadonlySet<string> {
  const { path, other } = memory.read() ?? { path: {}, other: {} };
  Object.assign(path, sent.path);
  const takers = new Set<string>();
  for (const { pointer, to, place } of operation.passedOn) {
    const value = valueAt(json, pointer);
    const [where, name] = place;
    if (name === undefined || (typeof value !== 'string' && typeof value !== 'number')) continue;
    if (where === 'path') path[name] = String(value);
    else other[`${to} ${place.join('.')}`] = { operationId: to, place, value };
    takers.add(to);
  }
  memory.write({ path, other });
  return takers;
}

/** The names of the parameters of the path that a call has told of: those it was sent with, and those it was answered with. */
export const toldIn = (operation: TryItOperation, json: unknown): ReadonlySet<string> =>
  new Set([
    ...operation.pathParameters.map(({ name }) => name),
    ...operation.passedOn.flatMap(({ pointer, place: [where, name] }) =>
      where === 'path' && name !== undefined && valueAt(json, pointer) !== undefined ? [name] : [],
    ),
  ]);

/** An operation's sample with what is known in the place of what it has. */
export function withKnown({ operationId, body: sample }: TryItOperation): GivenValues {
  const { path, other } = memory.read() ?? { path: {}, other: {} };
  const own = Object.values(other).filter((each) => each.operationId === operationId);
  const query = own.flatMap(({ place: [where, name], value }) =>
    where === 'query' && name !== undefined ? [[name, String(value)] as const] : [],
  );
  const body = sample === undefined ? undefined : readJson(sample);
  for (const { place, value } of own) if (place[0] === 'body') putAt(body, place.slice(1), value);
  return {
    path,
    ...(query.length > 0 && { query: Object.fromEntries(query) }),
    ...(body !== undefined && { body: JSON.stringify(body, undefined, 2) }),
  };
}
