import { writeFile } from 'node:fs/promises';
import { document } from '@vpcep/openapi/documents';
import { compileValidators } from './validators/compile.js';

const { code, operations, withBody } = await compileValidators(document);

const banner =
  '// Generated from the OpenAPI document by build/generate-validators.ts. Change the document, not this file.\n';
const declarations = operations.map((id) => `export declare const ${id}: Validator;\n`);
const files = {
  'validators.js': code,
  'validators.d.ts': `import type { Validator } from '../checks/schema-rules.js';\n\n${declarations.join('')}`,
};

const out = new URL('../src/generated/', import.meta.url);
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, out), `${banner}\n${text}`);

const list = withBody.map((id) => `  '${id}',\n`).join('');
await writeFile(
  new URL('operations-with-body.ts', out),
  `${banner}\n/** The operations that are sent with a body. */\nexport const operationsWithBody = [\n${list}] as const;\n`,
);
