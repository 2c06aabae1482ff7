import { isObject, type Origins, type Place, placeAt } from './origins.js';
import { methods } from './shape.js';

/** A part of a document, and where it stands. */
export interface FoundPart {
  readonly value: unknown;
  readonly place: Place;
}

/** The members of an object, or none. */
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);

/** Finds the schemas that the operations of a document use. */
export const findSchemas = (root: unknown, origins: Origins, start: Place): FoundPart[] =>
  find(['schema'], root, origins, start);

/** Finds the examples of the operations of a document, and lists of them. */
export const findExamples = (root: unknown, origins: Origins, start: Place): FoundPart[] =>
  find(['example', 'examples'], root, origins, start);

/** Finds what parameters, headers, bodies and answers say as one of some members. */
function find(names: readonly string[], root: unknown, origins: Origins, start: Place): FoundPart[] {
  const found: FoundPart[] = [];

  /** Looks along a path, in which `*` stands for every member. */
  function look(value: unknown, place: Place, [segment, ...rest]: readonly string[]): void {
    const here = (isObject(value) ? origins.get(value) : undefined) ?? place;
    if (segment === undefined) {
      if (value !== undefined) found.push({ value, place: here });
      return;
    }
    const members = segment === '*' ? entriesOf(value) : isObject(value) ? [[segment, value[segment]] as const] : [];
    for (const [name, member] of members) look(member, { source: here.source, path: [...here.path, name] }, rest);
  }

  const ofContent = names.map((name) => `content/*/${name}`);
  const parts = [...names, ...ofContent];
  const headers = parts.map((part) => `headers/*/${part}`);
  const ofParameters = parts.map((part) => `parameters/*/${part}`);
  const ofOperation = [
    ...ofParameters,
    ...ofContent.map((part) => `requestBody/${part}`),
    ...[...ofContent, ...headers].map((part) => `responses/*/${part}`),
  ];
  const ways = [...ofParameters, ...methods.flatMap((method) => ofOperation.map((way) => `${method}/${way}`))];
  const paths = isObject(root) ? root['paths'] : undefined;
  for (const [name, item] of entriesOf(paths)) {
    const place = placeAt(origins, root, ['paths', name], start);
    for (const way of ways) look(item, place, way.split('/'));
  }
  return found;
}
