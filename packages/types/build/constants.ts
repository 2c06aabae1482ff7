import type { Schema } from '@vpcep/openapi/reader';

/** What there is at run time, named after its schema: the values of an enumeration, and the life cycle of a status. */
export function constants(schemas: readonly (readonly [name: string, schema: Schema])[]): string {
  const found = schemas
    .map(([name, schema]) => ({ name, declarations: declarationsOf(name, schema) }))
    .filter(({ declarations }) => declarations.length > 0);
  return [
    "import type { Lifecycle } from '../lifecycle.js';",
    `import type { ${found.map(({ name }) => name).join(', ')} } from './schemas.js';`,
    ...found.flatMap(({ declarations }) => declarations),
    '',
  ].join('\n');
}

function declarationsOf(name: string, schema: Schema): string[] {
  const { enum: all, 'x-extensible-enum': known, 'x-lifecycle': lifecycle } = schema;
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const values = (what: string, list: unknown[]) =>
    `
/** ${what} of {@link ${name}}. */
export const ${constant}Values = ${JSON.stringify(list)} as const satisfies readonly ${name}[];`;
  return [
    all && values('Every value', all),
    known && values('The known values', known),
    lifecycle &&
      `
/** What becomes of a resource in the states of {@link ${name}}. */
export const ${constant}Lifecycle: Lifecycle<${name}> = ${JSON.stringify(lifecycle)};`,
  ].filter((declaration) => declaration !== undefined);
}
