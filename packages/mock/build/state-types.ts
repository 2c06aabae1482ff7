import { document } from '@vpcep/openapi/documents';
import { type Schema, valueAt } from '@vpcep/openapi/reader';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { stateShapes } from '../src/store/state-schema.js';
import { requestDefaults } from './request-defaults.js';

/** A schema under the name of its type. */
type Typed = Schema & { 'x-type'?: string };

/** What the types are called in which the defaults are filled in. */
const filledNames: Readonly<Record<string, string>> = {
  StateOfService: 'FilledService',
  StateOfEndpoint: 'FilledEndpoint',
};

/** The types of states, and those of resources in which the defaults are filled in. */
export async function stateTypes(): Promise<string> {
  const states = await interfaces(false, (name) => name);
  const filled = await interfaces(true, (name) => filledNames[name]);
  const defaults = memberDefaults();
  const used = Object.keys(document.components.schemas).filter((name) => new RegExp(`: ${name}\\b`).test(states));
  return `// Its shapes are those of src/store/state-schema.ts: change them there.

import type { ${used.join(', ')} } from '@vpcep/types';
import type { Transition } from '../transition.js';
import type { components } from './filled.js';

${states}
${filled}
/** What a state may leave out, by the shape. */
export const memberDefaults: {
${Object.entries(defaults)
  .map(([shape, members]) => `  readonly ${shape}: Pick<${filledNames[shape]}, ${union(Object.keys(members))}>;\n`)
  .join('')}} = ${JSON.stringify(defaults, undefined, 2)};
`;
}

const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ');

/** The defaults of the members of those shapes. */
function memberDefaults(): Record<string, Record<string, unknown>> {
  const shapes = typed(stateShapes) as Record<string, Schema>;
  return Object.fromEntries(
    Object.keys(filledNames).map((shape) => [
      shape,
      Object.fromEntries(
        Object.entries(shapes[shape]?.properties ?? {}).flatMap(([name, { default: fallback }]) =>
          fallback === undefined ? [] : [[name, fallback]],
        ),
      ),
    ]),
  );
}

/** Interfaces of the shapes that have a name. */
async function interfaces(areFilled: boolean, nameOf: (shape: string) => string | undefined): Promise<string> {
  const withDefaults = Object.keys(requestDefaults(document));
  const nodes = await openapiTS(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'The state of the mock', version: '1' },
      paths: {},
      components: { schemas: typed(stateShapes) },
    }),
    {
      defaultNonNullable: areFilled,
      transform(schema) {
        const name: unknown = schema['x-type'];
        if (typeof name !== 'string') return undefined;
        // What has defaults of its own has another type when they are filled in.
        const isOther = areFilled && withDefaults.includes(name);
        return ts.factory.createTypeReferenceNode(isOther ? `components['schemas']['${name}']` : name);
      },
    },
  );
  const declarations = schemasIn(nodes).flatMap((schema) => {
    const name = ts.isIdentifier(schema.name) ? nameOf(schema.name.text) : undefined;
    if (name === undefined || schema.type === undefined || !ts.isTypeLiteralNode(schema.type)) return [];
    const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    const { members } = schema.type;
    const declaration = ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, members);
    return [ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(schema))];
  });
  return astToString(declarations).replace(/components\["schemas"\]\["(\w+)"\]/g, '$1');
}

/** The schemas among the types of a document. */
function schemasIn(nodes: readonly ts.Node[]): ts.PropertySignature[] {
  const membersOf = (members: readonly ts.TypeElement[]) => members.filter(ts.isPropertySignature);
  const components = nodes.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === 'components');
  const schemas = membersOf(components?.members ?? []).find(
    ({ name }) => ts.isIdentifier(name) && name.text === 'schemas',
  );
  if (schemas?.type === undefined || !ts.isTypeLiteralNode(schemas.type)) throw new Error('there are no schemas');
  return membersOf(schemas.type.members);
}

/** Names the types of what stands in the document, and of what the mock has a type for. */
function typed(shapes: object): unknown {
  return JSON.parse(JSON.stringify(shapes), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { description, ...schema } = value as Typed & { satisfies?: string };
    // That is a member called so.
    if (typeof description === 'object') return value;
    const comment = description === undefined ? {} : { title: description };
    if (schema.satisfies === 'transition') return { ...comment, type: 'string', 'x-type': 'Transition' };
    const [, whole, pointer = ''] = /^document(#\/components\/schemas\/(.+))$/.exec(schema.$ref ?? '') ?? [];
    if (whole === undefined) {
      return {
        ...schema,
        ...comment,
        ...(schema.$ref && { $ref: schema.$ref.replace('$defs', 'components/schemas') }),
      };
    }
    const { $ref: _ref, ...beside } = schema;
    if (!pointer.includes('/')) return { ...beside, ...comment, type: 'string', 'x-type': pointer };
    // A member of a schema has no name of its own, unless it refers to one that has.
    const { $ref, type, default: fallback } = valueAt(document, whole) as Schema;
    return {
      ...beside,
      ...comment,
      type: type ?? 'string',
      ...($ref === undefined ? {} : { 'x-type': $ref.split('/').at(-1) }),
      ...(fallback === undefined ? {} : { default: fallback }),
    };
  });
}
