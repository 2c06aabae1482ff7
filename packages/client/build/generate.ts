import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { documentHash } from '@vpcep/openapi';
import { categories, codeAliases, document, documents, errors, isOfGateway } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { ensuredFieldsModule } from './ensured-fields.js';
import { resultOf } from './method-types.js';
import { operationMethods } from './operation-methods.js';
import { pagingOf } from './paging.js';

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const out = new URL('../src/generated/', import.meta.url);

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n';
const operations = operationsOf(document);

const regions = (document.servers ?? [])
  .filter(({ variables }) => variables?.['region'] !== undefined)
  .map(({ url, variables }) => [url, variables?.['region']?.enum ?? []]);

const table = operations.map(
  (operation) =>
    `  ${operation.operationId}: ['${operation.method.toUpperCase()}', '${operation.path}', ${resultOf(operation) !== undefined}],\n`,
);
const paged = operations.flatMap((operation) => {
  const paging = pagingOf(document, operation);
  return paging === undefined ? [] : [`  ${operation.operationId}: ${JSON.stringify(paging)},\n`];
});

const errorsByCode = Object.fromEntries(errors.map(({ code, kind: _, fields: __, ...error }) => [code, error]));
const subjects = errors.flatMap(({ code, kind, fields }) =>
  kind === undefined && fields === undefined ? [] : [[code, { kind, fields }] as const],
);

const ofService = errors.filter((error) => !isOfGateway(error));
const codesOfKinds = ofService.flatMap(({ code, kind }) =>
  kind === undefined
    ? []
    : `export const ${kind} = '${code}';
`,
);
const [prefix = '', ...otherPrefixes] = new Set(ofService.map(({ code }) => code.split('.')[0]?.toLowerCase()));
if (otherPrefixes.length > 0) throw new Error('errors.yaml: codes of the service begin in different ways');

const [codeAlias, ...otherAliases] = Object.entries(codeAliases).map(([alias, beginning]) => [
  `${alias}.`,
  `${beginning}.`,
]);
if (codeAlias === undefined || otherAliases.length > 0) throw new Error('errors.yaml: the client knows one alias');

const finalStates = Object.entries(document.components.schemas).flatMap(([name, { 'x-lifecycle': lifecycle }]) =>
  lifecycle === undefined
    ? []
    : `export const ${name} = ${JSON.stringify(lifecycle.final)} as const;
`,
);

const files = {
  'error-code.ts': `/** An error code that the catalogue has. */\nexport type ErrorCode =${errors.map(({ code }) => `\n  | '${code}'`).join('')};\n`,
  'errors-by-code.ts': `export const errorsByCode = ${JSON.stringify(errorsByCode, undefined, 2)};\n`,
  'error-subjects.ts': `/** What programs depend on codes for, and the fields of requests that they are about; few clients need either. */\nexport const errorSubjects: Readonly<Record<string, { readonly kind?: string; readonly fields?: readonly string[] }>> = ${JSON.stringify(Object.fromEntries(subjects), undefined, 2)};\n\n/** The names of the parts of the service. */\nexport const categories = ${JSON.stringify(categories, undefined, 2)};\n\n/** A beginning of codes that some regions use, and the one that the catalogue has in its place. */\nexport const codeAlias = ${JSON.stringify(codeAlias)} as const;\n`,
  // One constant each, so that a bundle has those alone that it needs.
  'code-of-kind.ts': `/* The codes that are answered for what they mean, whatever the operation, by the kind. */\n${codesOfKinds.join('')}\n/** How the codes of the service begin; those of gateways begin otherwise. */\nexport const ofService = /^${prefix}\\./i;\n`,
  'final-states.ts': `/* The states that end every wait for a resource to come into use, by the schema of its status. */\n${finalStates.join('')}`,
  'ensured-fields.ts': ensuredFieldsModule(document, operations),
  'document-hash.ts': `/** SHA-256 of the OpenAPI document that this package was built from. */\nexport const documentHash = '${documentHash}';\n`,
  'operations.ts': `/** Of every operation, by its operationId: its method, its path, and whether its answer has a body. */\nexport const operationTable = {\n${table.join('')}} as const;\n`,
  'operation-methods.ts': operationMethods(documents.en, 'en', { types: '@vpcep/types', call: '../call' }),
  'zh-CN/operation-methods.ts': operationMethods(documents['zh-CN'], 'zh-CN', {
    types: '@vpcep/types/zh-CN',
    call: '../../call',
  }),
  'paged-operations.ts': `/**\n * How the lists that come in pages are read, by operationId: the member of the answer that holds the items, the member\n * that identifies an item, where \`limit\` and \`offset\` go (a body takes texts), and the largest \`limit\`.\n */\nexport const pagedOperations = {\n${paged.join('')}} as const;\n`,
  'version.ts': `/** The version of this package. */\nexport const version = '${version}';\n`,
  'regions.ts': `/** The IDs of all regions, by the base URL of their hosts. */\nexport const regionsByBaseUrl = ${JSON.stringify(Object.fromEntries(regions), undefined, 2)} as const;\n`,
};

await rm(out, { recursive: true, force: true });
await mkdir(new URL('zh-CN/', out), { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);
