import { type RequestSchema, writtenAt } from '../request-schemas.js';
import { nameOf } from './demands.js';
import type { OperationChange } from './operation-pairs.js';

/** The fields of one operation's requests that have another default: whoever leaves them out now gets something else. */
export function defaultChanges(
  released: readonly RequestSchema[],
  present: readonly RequestSchema[],
): OperationChange[] {
  const places = new Map(released.map(({ place, schema }) => [nameOf(place), schema]));
  return present.flatMap((schema) => {
    const earlier = places.get(nameOf(schema.place));
    const [before, after] = [earlier?.default, schema.schema.default].map((value) =>
      value === undefined ? 'none' : JSON.stringify(value),
    );
    if (earlier === undefined || before === after) return [];
    const message = `Requests: the default changed from ${before} to ${after}.`;
    return [{ pointer: writtenAt(schema, 'default'), message, breaks: true }];
  });
}
