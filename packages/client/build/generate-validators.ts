import { writeFile } from 'node:fs/promises';
import { documents, documentsAsOf, laterStates } from '@vpcep/openapi/documents';
import { type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { readRules, ruledOperation } from '@vpcep/rules/document';
import { compileValidators } from './validators/compile.js';
import { withMessages } from './validators/messages.js';

const laterDocuments = Object.fromEntries(laterStates.map((state) => [state, withMessages(documentsAsOf[state])]));
const { code, operations, withBody } = await compileValidators(withMessages(documents), laterDocuments);

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

/** The rules and codes of each operation, as the text of members of an object. */
function rulesOf(document: Document): Map<string, string> {
  return new Map(
    operationsOf(document).map((described) => {
      const read = readRules(ruledOperation(described), ($ref) => resolve<Schema>(document, { $ref }));
      return [described.operationId, `rules: ${shared(read.rules)}, codes: ${shared(read.codes)}`];
    }),
  );
}

const rules = rulesOf(documents.en);
const members = (of: Iterable<[string, string]>, indent: string) =>
  [...of].map(([id, text]) => `${indent}${id}: { ${text} },\n`).join('');
const laterRules = laterStates.map((state) => {
  const changed = [...rulesOf(documentsAsOf[state].en)].filter(([id, text]) => text !== rules.get(id));
  return `  '${state}': {\n${members(changed, '    ')}  },\n`;
});

const files = {
  'validators.js': code,
  'validators.d.ts': `import type { Validator } from '../checks/schema-findings.js';\n\n${declarations.join('')}`,
  'operations-with-body.ts': `/** The operations that are sent with a body, or may be. */\nexport const operationsWithBody = [\n${list}] as const;\n`,
  'rules-by-operation.ts': `import type { OperationRules } from '@vpcep/rules';
import type { OperationId } from '../operation-types.js';
import type { ErrorCode } from './error-code.js';

${[...parts].map(([text, name]) => `const ${name} = ${text} as const;\n`).join('')}
/** What the document demands of each operation's arguments beyond JSON Schema, and the codes of breaches. */
export const rulesByOperation: Readonly<Record<OperationId, OperationRules<ErrorCode>>> = {
${members(rules, '  ')}};

/** A later state of the API, by its month. */
export type LaterState = ${laterStates.map((state) => `'${state}'`).join(' | ')};

/** What is demanded in a later state, where that is something else. */
export const laterRules: Readonly<
  Record<LaterState, Readonly<Partial<Record<OperationId, OperationRules<ErrorCode>>>>>
> = {
${laterRules.join('')}};
`,
};

const out = new URL('../src/generated/', import.meta.url);
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);
