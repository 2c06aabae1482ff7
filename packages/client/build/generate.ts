import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';
import { pagingOf, type ListOperation } from './paging.js';

interface Operation extends ListOperation {
  summary: string;
  description: string;
}
interface Document {
  servers: { url: string; variables?: { region?: { enum: string[] } } }[];
  paths: Record<string, Record<string, unknown>>;
}

interface CataloguedError {
  code: string;
}

const require = createRequire(import.meta.url);
const document = require('@vpcep/openapi/openapi.json') as Document;
const errors = require('@vpcep/openapi/errors.json') as CataloguedError[];
const out = new URL('../src/generated/', import.meta.url);

const banner = '// Generated from the OpenAPI document by build/generate.ts. Change the document, not this file.\n';
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods
    .filter((method) => item[method] !== undefined)
    .map((method) => ({ path, method: method.toUpperCase(), ...(item[method] as Operation) })),
);

const regions = document.servers
  .filter(({ variables }) => variables?.region !== undefined)
  .map(({ url, variables }) => [url, variables?.region?.enum ?? []]);

function tsdoc(operation: (typeof operations)[number]): string {
  const text = `${operation.summary}.\n\n${operation.description.trim()}\n\n\`${operation.method} ${operation.path}\``;
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`;
}

const table = operations.map(
  ({ operationId, method, path, responses }) =>
    `  ${operationId}: ['${method}', '${path}', ${responses?.['200']?.content !== undefined}],\n`,
);
const members = operations.map(
  (operation) => `${tsdoc(operation)}  ${operation.operationId}: OperationMethod<'${operation.operationId}'>;\n`,
);

const paged = operations.flatMap((operation) => {
  const paging = pagingOf(document, operation);
  return paging === undefined ? [] : [`  ${operation.operationId}: ${JSON.stringify(paging)},\n`];
});

const errorsByCode = Object.fromEntries(errors.map(({ code, ...error }) => [code, error]));

const files = {
  'errors-by-code.ts': `export const errorsByCode = ${JSON.stringify(errorsByCode, undefined, 2)} as const;\n`,
  'document-hash.ts': `/** SHA-256 of the OpenAPI document that this package was built from. */\nexport const documentHash = '${documentHash}';\n`,
  'operations.ts': `/** Of every operation, by its operationId: its method, its path, and whether its answer has a body. */\nexport const operationTable = {\n${table.join('')}} as const;\n`,
  'operation-methods.ts': `import type { OperationMethod } from '../operation-types.js';\n\n/** One method per operation of the API. */\nexport interface OperationMethods {\n${members.join('\n')}}\n`,
  'paged-operations.ts': `/**\n * How the lists that come in pages are read, by operationId: the member of the answer that holds the items, the member\n * that identifies an item, where \`limit\` and \`offset\` go (a body takes texts), and the largest \`limit\`.\n */\nexport const pagedOperations = {\n${paged.join('')}} as const;\n`,
  'regions.ts': `/** The IDs of all regions, by the base URL of their hosts. */\nexport const regionsByBaseUrl = ${JSON.stringify(Object.fromEntries(regions), undefined, 2)} as const;\n`,
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);
