import { type Document, required, type Schema, type Transition } from '@vpcep/openapi/reader';

/** What happens, and where it takes a resource: alike from any of some states. */
export interface Way extends Omit<Transition, 'from'> {
  /** In the picture and in the list. */
  number: number;
  /** The states that it leads from, or undefined of what is new. */
  from: (string | undefined)[];
}

/** The schema of a status, and the states in it. */
export interface Status {
  schema: Schema;
  states: string[];
  /** Those that pass by themselves. */
  passing: readonly string[];
  ways: Way[];
}

/**
 * What the document says of the states of a status: what happens alike is one way, with one number.
 *
 * @throws DocumentError when it says nothing of that.
 */
export function statusOf(document: Document, name: string): Status {
  const place = { pointer: `#/components/schemas/${name}` };
  const schema = required(document.components.schemas[name], place, 'a schema');
  const ways = new Map<string, Way>();
  for (const { from, ...rest } of required(schema['x-transitions'], place, 'x-transitions')) {
    const key = JSON.stringify(rest);
    const way = ways.get(key) ?? { ...rest, number: ways.size + 1, from: [] };
    way.from.push(from);
    ways.set(key, way);
  }
  return {
    schema,
    states: required(schema.enum, place, 'enum').map(String),
    passing: required(schema['x-lifecycle'], place, 'x-lifecycle').passing,
    ways: [...ways.values()],
  };
}
