import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';

const document = await readFile(createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json'), 'utf8');
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

/** SHA-256 of the OpenAPI document that this package was built from. */
export const documentHash = '${documentHash}';

/** The OpenAPI document that the mock answers by, unless it is given another. */
export const document: object = ${document.trim()};
`,
);
await writeFile(
  new URL('error-catalogue.ts', out),
  `// Generated from the error catalogue by build/generate.ts. Change the catalogue, not this file.

/** Status and message of every error of the service, by its code. */
export const errorCatalogue = ${JSON.stringify(errors, undefined, 2)} as const;
`,
);
