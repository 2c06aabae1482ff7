import { fileURLToPath } from 'node:url';

/** Where a value of a document stands: in which file, and where in it. */
export interface Place {
  /** The URL of the file. */
  readonly source: string;
  readonly path: readonly string[];
}

/** Where each object and list of a document stood when its files were read, whatever refers to it since. */
export type Origins = WeakMap<object, Place>;

/** Something that is wrong with a document. The message says where, what the rule is, and what to do. */
export class DocumentProblem extends Error {}

const escaped = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** The segments of a JSON pointer. */
export const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A source as people name it: files by their paths. */
export const nameOf = (source: string): string => (source.startsWith('file:') ? fileURLToPath(source) : source);

/** A place in words, such as `/home/me/paths/quotas.yaml at /get/responses`. */
export const describePlace = ({ source, path }: Place): string =>
  path.length === 0 ? nameOf(source) : `${nameOf(source)} at ${path.map((each) => `/${escaped(each)}`).join('')}`;

/** The place of what a path leads to from a value on: that of the last object on the way, and the rest of the way. */
export function placeAt(origins: Origins, root: unknown, path: readonly string[], start: Place): Place {
  let place = start;
  let value = root;
  for (const [index, segment] of ['', ...path].entries()) {
    if (index > 0) {
      value = isObject(value) ? value[segment] : undefined;
      place = { source: place.source, path: [...place.path, segment] };
    }
    place = (isObject(value) ? origins.get(value) : undefined) ?? place;
  }
  return place;
}

/** Whether a value is an object or a list, whose members can be looked at. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
