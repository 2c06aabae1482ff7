import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { documentHash } from '@vpcep/openapi';

// To resolve the document's references takes longer than all else at the start of the mock, so it is done here.
const document = createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json');
const operations = await getHttpOperationsFromSpec(document);
const { components } = JSON.parse(await readFile(document, 'utf8')) as { components: { schemas: object } };
/** A value as the literal of a text in JSON, which is read sooner than an object, and only when it is needed. */
const json = (value: unknown) => JSON.stringify(JSON.stringify(value));
const catalogue = JSON.parse(
  await readFile(createRequire(import.meta.url).resolve('@vpcep/openapi/errors.json'), 'utf8'),
) as { code: string; status: number; message: string }[];
const errors = Object.fromEntries(catalogue.map(({ code, status, message }) => [code, { status, message }]));
const out = new URL('../src/generated/', import.meta.url);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeFile(
  new URL('document.ts', out),
  `// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.
import type { IHttpOperation } from '@stoplight/types';

/** SHA-256 of the OpenAPI document that this package was built from. */
export const documentHash = '${documentHash}';

const operations = ${json(operations)};
const schemas = ${json(components.schemas)};

/** The operations of that document, with its references resolved. Each call returns a copy. */
export const readOperations = () => JSON.parse(operations) as IHttpOperation[];

/** The schemas of that document, by their names. */
export const readSchemas = () => JSON.parse(schemas) as Record<string, object>;
`,
);
await writeFile(
  new URL('error-catalogue.ts', out),
  `// Generated from the error catalogue by build/generate.ts. Change the catalogue, not this file.

/** Status and message of every error of the service, by its code. */
export const errorCatalogue = ${JSON.stringify(errors, undefined, 2)} as const;
`,
);
