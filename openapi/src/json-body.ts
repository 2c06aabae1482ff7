import { required } from './document-error.js';
import type { Content, Example, Schema } from './document-types.js';
import { pointerTo } from './pointer.js';
import { resolve } from './resolve.js';

/** A request or a response in JSON. */
export interface JsonBody {
  readonly pointer: string;
  /** As it stands in the document: mostly a reference to a schema with a name. */
  readonly schema: Schema;
  /** The values of the examples by their names, in the order of the document. */
  readonly examples: ReadonlyMap<string, unknown>;
}

/** The JSON of a request or a response; undefined when there is none. */
export function jsonBody(document: object, content: Content | undefined, base: string): JsonBody | undefined {
  const media = content?.['application/json'];
  if (media === undefined) return undefined;
  const pointer = pointerTo(base, 'content', 'application/json');
  const examples = Object.entries(media.examples ?? {}).map(
    ([name, example]) => [name, resolve<Example>(document, example).value] as const,
  );
  return {
    pointer,
    schema: required(media.schema, { pointer }, 'schema'),
    examples: new Map(media.example === undefined ? examples : [['example', media.example], ...examples]),
  };
}
