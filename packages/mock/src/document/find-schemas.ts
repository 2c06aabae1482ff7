import { isObject, type Origins, type Place, placeAt } from './origins.js';
import { methods } from './shape.js';

/** A schema that a request or an answer is held against, and where it stands. */
export interface FoundSchema {
  readonly schema: unknown;
  readonly place: Place;
}

/** The members of an object, or none. */
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

/** Finds the schemas that the operations of a document use. */
export function findSchemas(root: unknown, origins: Origins, start: Place): FoundSchema[] {
  const found: FoundSchema[] = [];

  /** Looks along a path, in which `*` stands for every member. */
  function look(value: unknown, place: Place, [segment, ...rest]: readonly string[]): void {
    const here = (isObject(value) ? origins.get(value) : undefined) ?? place;
    if (segment === undefined) {
      if (value !== undefined) found.push({ schema: value, place: here });
      return;
    }
    const members = segment === '*' ? entriesOf(value) : isObject(value) ? [[segment, value[segment]] as const] : [];
    for (const [name, member] of members) look(member, { source: here.source, path: [...here.path, name] }, rest);
  }

  const parts = ['schema', 'content/*/schema'];
  const headers = parts.map((part) => `headers/*/${part}`);
  const ofParameters = parts.map((part) => `parameters/*/${part}`);
  const ofOperation = [
    ...ofParameters,
    'requestBody/content/*/schema',
    ...['content/*/schema', ...headers].map((part) => `responses/*/${part}`),
  ];
  const ways = [...ofParameters, ...methods.flatMap((method) => ofOperation.map((way) => `${method}/${way}`))];
  const paths = isObject(root) ? root['paths'] : undefined;
  for (const [name, item] of entriesOf(paths)) {
    const place = placeAt(origins, root, ['paths', name], start);
    for (const way of ways) look(item, place, way.split('/'));
  }
  return found;
}
