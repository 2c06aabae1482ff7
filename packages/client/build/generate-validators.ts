import { writeFile } from 'node:fs/promises';
import { documents } from '@vpcep/openapi/documents';
import { operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { readRules, ruledOperation } from '@vpcep/rules/document';
import { compileValidators } from './validators/compile.js';
import { withMessages } from './validators/messages.js';

const document = documents.en;
const { code, operations, withBody } = await compileValidators(withMessages(documents));

const banner =
  '// Generated from the OpenAPI document by build/generate-validators.ts. Change the document, not this file.\n';
const declarations = operations.map((id) => `export declare const ${id}: Validator;\n`);
const list = withBody.map((id) => `  '${id}',\n`).join('');

/** Rules and codes that many operations share, by their text. */
const parts = new Map<string, string>();
function shared(part: object): string {
  const text = JSON.stringify(part);
  const name = parts.get(text) ?? `part${parts.size}`;
  parts.set(text, name);
  return name;
}

const rules = operationsOf(document).map((described) => {
  const read = readRules(ruledOperation(described), ($ref) => resolve<Schema>(document, { $ref }));
  return `  ${described.operationId}: { rules: ${shared(read.rules)}, codes: ${shared(read.codes)} },\n`;
});

const files = {
  'validators.js': code,
  'validators.d.ts': `import type { Validator } from '../checks/schema-findings.js';\n\n${declarations.join('')}`,
  'operations-with-body.ts': `/** The operations that are sent with a body. */\nexport const operationsWithBody = [\n${list}] as const;\n`,
  'rules-by-operation.ts': `import type { OperationRules } from '@vpcep/rules';
import type { OperationId } from '../operation-types.js';
import type { ErrorCode } from './error-code.js';

${[...parts].map(([text, name]) => `const ${name} = ${text} as const;\n`).join('')}
/** What the document demands of each operation's arguments beyond JSON Schema, and the codes of breaches. */
export const rulesByOperation: Readonly<Record<OperationId, OperationRules<ErrorCode>>> = {
${rules.join('')}};
`,
};

const out = new URL('../src/generated/', import.meta.url);
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);
