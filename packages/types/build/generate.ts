import { mkdir, rm, writeFile } from 'node:fs/promises';
import { documentHash } from '@vpcep/openapi';
import { latestDocuments, type Translated } from '@vpcep/openapi/documents';
import openapiTS, { astToString } from 'openapi-typescript';
import { namedTypes } from './named-types.js';
import { preparedDocument } from './prepared-document.js';
import { constants } from './constants.js';

const out = new URL('../src/generated/', import.meta.url);
const schemas = Object.entries(latestDocuments.en.components.schemas);
const open = new Map(
  schemas.flatMap(([name, { 'x-extensible-enum': known }]) => (known === undefined ? [] : [[name, known] as const])),
);

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n';

/**
 * Writes the types with the texts of one language: those of the schemas; and the paths, operations and components, in the
 * layout of openapi-typescript that openapi-fetch reads.
 */
async function writeTypes(language: keyof Translated, folder: URL): Promise<void> {
  const source = JSON.stringify(preparedDocument(latestDocuments[language], language));
  // A field of a request with a default stays optional: the service fills it in, the caller need not.
  const nodes = await openapiTS(source, { defaultNonNullable: false });
  const types = namedTypes(nodes, language, open);
  const imports = `import type { ${schemas.map(([name]) => name).join(', ')} } from './schemas.js';\n\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('schemas.ts', folder), banner + astToString(types.schemas));
  await writeFile(new URL('openapi.ts', folder), banner + imports + astToString(types.rest));
}

await rm(out, { recursive: true, force: true });
await writeTypes('en', out);
await writeTypes('zh-CN', new URL('zh-CN/', out));
await writeFile(new URL('constants.ts', out), banner + constants(schemas));
const hash = `/** SHA-256 of the OpenAPI document that this package was built from. */\nexport const documentHash = '${documentHash}';\n`;
await writeFile(new URL('document-hash.ts', out), banner + hash);
