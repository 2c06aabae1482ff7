import { writeFile } from 'node:fs/promises';
import { documents, documentsAsOf, laterStates } from '@vpcep/openapi/documents';
import { type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { readRules, ruledOperation } from '@vpcep/rules/document';
import { compileValidators } from './validators/compile.js';
import { withMessages } from './validators/messages.js';

const laterDocuments = Object.fromEntries(laterStates.map((state) => [state, withMessages(documentsAsOf[state])]));
const { code, operations, later, withBody } = await compileValidators(withMessages(documents), laterDocuments);

const banner =
  '// Generated from the OpenAPI document by build/generate-validators.ts. Change the document, not this file.\n';
const validators = [...operations, ...Object.values(later).flatMap((named) => Object.values(named))];
const declarations = validators.map((name) => `export declare const ${name}: Validator;\n`);
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
const contracts = operations.map((id) => `  ${id}: { validate: validators.${id}, ${rules.get(id) ?? ''} },\n`);

/** What is another one in a later state, or has other rules. */
const laterContracts = laterStates.map((state) => {
  const laterRules = rulesOf(documentsAsOf[state].en);
  const changed = operations.flatMap((id) => {
    const validate = later[state]?.[id];
    if (validate === undefined && laterRules.get(id) === rules.get(id)) return [];
    return [`    ${id}: { validate: validators.${validate ?? id}, ${laterRules.get(id) ?? ''} },\n`];
  });
  return `  '${state}': {\n${changed.join('')}  },\n`;
});

const files = {
  'validators.js': code,
  'validators.d.ts': `import type { Validator } from '../checks/schema-findings.js';\n\n${declarations.join('')}`,
  'operations-with-body.ts': `/** The operations that are sent with a body. */\nexport const operationsWithBody = [\n${list}] as const;\n`,
  'contracts.ts': `import type { Contract } from '../checks/contract.js';
import type { OperationId } from '../operation-types.js';
import * as validators from './validators.js';

${[...parts].map(([text, name]) => `const ${name} = ${text} as const;\n`).join('')}
/** What each operation's arguments are held to by tables 1 to 7. */
export const contracts: Readonly<Record<OperationId, Contract>> = {
${contracts.join('')}};

/** A later state of the API, by its month. */
export type LaterState = ${laterStates.map((state) => `'${state}'`).join(' | ')};

/** What they are held to in a later state, where that is something else. */
export const laterContracts: Readonly<Record<LaterState, Readonly<Partial<Record<OperationId, Contract>>>>> = {
${laterContracts.join('')}};
`,
};

const out = new URL('../src/generated/', import.meta.url);
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);
