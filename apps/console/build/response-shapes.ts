import { type Document, operationsOf, required, resolve, type Schema } from '@vpcep/openapi/reader';
import type { ResponseShape, Shape } from '../src/api/shape.js';

const ofType: Readonly<Record<string, Shape>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'flag',
};

/** What the answers of each operation are made of, as far as a page depends on it. Those without a body are left out. */
export function responseShapes(document: Document): ResponseShape[] {
  return operationsOf(document).flatMap(({ method, path, success }) =>
    success?.json === undefined
      ? []
      : [
          {
            method: method.toUpperCase(),
            path,
            shape: shapeOf(document, success.json.schema, success.json.pointer, []),
          },
        ],
  );
}

function shapeOf(document: Document, given: Schema, pointer: string, within: readonly Schema[]): Shape {
  const schema = resolve<Schema>(document, given);
  if (within.includes(schema)) throw new Error(`${pointer}: a schema within itself has no shape`);
  const inner = [...within, schema];
  const { type, items } = schema;
  // A value of which several kinds are documented is for those who show it to take apart.
  if (Array.isArray(type)) return 'any';
  if (type === 'array') return [shapeOf(document, required(items, { pointer }, 'items'), `${pointer}/items`, inner)];
  if (type !== 'object')
    return required(ofType[required(type, { pointer }, 'type')], { pointer }, 'a type with a shape');
  const members = membersOf(document, schema, pointer, inner);
  return members.length === 0 ? 'any' : Object.fromEntries(members);
}

/** Also those that a schema has from others. */
function membersOf(document: Document, schema: Schema, pointer: string, within: readonly Schema[]): [string, Shape][] {
  const { properties = {}, allOf = [], required: names = [] } = schema;
  return [
    ...allOf.flatMap((each, index) =>
      membersOf(document, resolve<Schema>(document, each), `${pointer}/allOf/${index}`, within),
    ),
    ...Object.entries(properties).map(([name, each]): [string, Shape] => [
      names.includes(name) ? name : `${name}?`,
      shapeOf(document, each, `${pointer}/properties/${name}`, within),
    ]),
  ];
}
