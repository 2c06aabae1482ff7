/** Where validators find the schemas that hold themselves. */
export const bundle = '__bundled__';

const definitions = new WeakMap<object, object>();

/** Says what the references of a schema to `#/__bundled__/…` refer to. */
export function define(schema: object, referred: object): void {
  definitions.set(schema, referred);
}

/** What they refer to; undefined when there are none. */
export const definitionsOf = (schema: object): object | undefined => definitions.get(schema);
