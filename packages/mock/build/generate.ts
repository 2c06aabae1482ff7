import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { documentHash } from '@vpcep/openapi';
import { document, errors } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import openapiTS, { astToString } from 'openapi-typescript';
import { requestDefaults } from './request-defaults.js';
import { stateTypes } from './state-types.js';

// To resolve the document's references takes longer than all else at the start of the mock, so it is done here.
const file = createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json');
const operations = await getHttpOperationsFromSpec(file);
/** A value as the literal of a text in JSON, which is read sooner than an object, and only when it is needed. */
const json = (value: unknown) => JSON.stringify(JSON.stringify(value));
const catalogue = Object.fromEntries(errors.map(({ code, status, message }) => [code, { status, message }]));
const codeOfKind = Object.fromEntries(errors.flatMap(({ code, kind }) => (kind === undefined ? [] : [[kind, code]])));

/** What the schemas of statuses say of the states that pass by themselves, and those that end every wait. */
const lifecycles = Object.fromEntries(
  Object.entries(document.components.schemas).flatMap(([name, { 'x-lifecycle': lifecycle }]) =>
    lifecycle === undefined ? [] : [[name, lifecycle]],
  ),
);

/** The parameters of the query that have a default, by the operation. */
const filledQueries = operationsOf(document).map(({ operationId, parameters }) => {
  const names = parameters.filter((parameter) => parameter.in === 'query' && parameter.schema.default !== undefined);
  return `  ${operationId}: ${names.map(({ name }) => `'${name}'`).join(' | ') || 'never'};\n`;
});

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n\n';
const files = {
  'document.ts': `import type { IHttpOperation } from '@stoplight/types';

/** SHA-256 of the OpenAPI document that this package was built from. */
export const documentHash = '${documentHash}';

const operations = ${json(operations)};
const schemas = ${json(document.components.schemas)};

/** The operations of that document, with its references resolved. Each call returns a copy. */
export const readOperations = () => JSON.parse(operations) as IHttpOperation[];

/** The schemas of that document, by their names. */
export const readSchemas = () => JSON.parse(schemas) as Record<string, object>;
`,
  'error-catalogue.ts': `/** Status and message of every error of the service, by its code. */
export const errorCatalogue = ${JSON.stringify(catalogue, undefined, 2)} as const;

/** The codes that are answered for what they mean, whatever the operation. */
export const codeOfKind = ${JSON.stringify(codeOfKind, undefined, 2)} as const;
`,
  'request-defaults.ts': `/** The defaults of what requests consist of, by the schema's name. */
export const requestDefaults = ${JSON.stringify(requestDefaults(document), undefined, 2)} as const;
`,
  'lifecycles.ts': `/** Which states pass by themselves, and which end every wait, by the schema of the status. */
export const lifecycles = ${JSON.stringify(lifecycles, undefined, 2)} as const;
`,
  'state.ts': await stateTypes(),
  // A member that has a default is there once the contract has filled it in.
  'filled.ts': `${astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: true }))}
/** The parameters of the query that have a default, by the operation. */
export interface FilledQuery {
${filledQueries.join('')}}
`,
};

const out = new URL('../src/generated/', import.meta.url);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), banner + text);
