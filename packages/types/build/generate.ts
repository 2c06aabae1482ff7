import { mkdir, rm, writeFile } from 'node:fs/promises';
import { documentHash } from '@vpcep/openapi';
import { latestDocument as document } from '@vpcep/openapi/documents';
import type { Schema } from '@vpcep/openapi/reader';
import openapiTS, { astToString } from 'openapi-typescript';

const schemas = Object.entries(document.components.schemas);
const out = new URL('../src/generated/', import.meta.url);

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n';

/** The paths, operations and components, in the layout of openapi-typescript that openapi-fetch reads. */
async function openapiTypes(): Promise<string> {
  // A field of a request with a default stays optional: the service fills it in, the caller need not.
  return astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false }));
}

function tsdoc(description: string | undefined): string {
  if (description === undefined) return '';
  const lines = description.trim().replaceAll('*/', '*\\/').split('\n');
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

/** A name of its own for every schema. Named after it: the values of an enumeration, and the life cycle of a status. */
function namedSchemas(): string {
  const types = schemas.map(
    ([name, schema]) => `${tsdoc(schema.description)}export type ${name} = ${typeOf(name, schema)};\n`,
  );
  const values = schemas
    .map(([name, { enum: all, 'x-extensible-enum': known }]) => ({ name, all, known }))
    .filter(({ all, known }) => (all ?? known) !== undefined)
    .map(({ name, all, known }) =>
      all === undefined
        ? `/** The known values of {@link ${name}}. */\nexport const ${constant(name, 'Values')} = ${JSON.stringify(known)} as const;\n`
        : `/** Every value of {@link ${name}}. */\nexport const ${constant(name, 'Values')} = ${JSON.stringify(all)} as const satisfies readonly ${name}[];\n`,
    );
  const lifecycles = schemas
    .filter(([, schema]) => schema['x-lifecycle'] !== undefined)
    .map(
      ([name, schema]) =>
        `/** What becomes of a resource in the states of {@link ${name}}. */\nexport const ${constant(name, 'Lifecycle')}: Lifecycle<${name}> = ${JSON.stringify(schema['x-lifecycle'])};\n`,
    );
  return [
    "import type { Lifecycle } from '../lifecycle.js';\nimport type { components } from './openapi.js';\n",
    ...types,
    ...values,
    ...lifecycles,
  ].join('\n');
}

/**
 * Of open values, those that are known, which editors then offer, or any other text. Within objects they are plain texts:
 * the types of openapi-fetch would take the members of a `string & {}` apart.
 */
function typeOf(name: string, { 'x-extensible-enum': known }: Schema): string {
  return known === undefined
    ? `components['schemas']['${name}']`
    : `(typeof ${constant(name, 'Values')})[number] | (string & {})`;
}

const constant = (name: string, suffix: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}${suffix}`;

const hash = `/** SHA-256 of the OpenAPI document that this package was built from. */\nexport const documentHash = '${documentHash}';\n`;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeFile(new URL('openapi.ts', out), banner + (await openapiTypes()));
await writeFile(new URL('schemas.ts', out), banner + namedSchemas());
await writeFile(new URL('document-hash.ts', out), banner + hash);
