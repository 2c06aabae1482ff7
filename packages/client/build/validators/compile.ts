import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { formatTexts } from '../../src/checks/format-texts.js';
import { patternTexts } from '../../src/checks/pattern-texts.js';
import { schemaRules } from '../../src/checks/schema-rules.js';
import type { Document } from '@vpcep/openapi/reader';
import { argumentSchemas, documentId } from './argument-schemas.js';
import { adaptKeywords } from './keywords.js';

/** What is compiled from a document. */
export interface CompiledValidators {
  /** A module of JavaScript that exports a validator by the name of each operation. */
  readonly code: string;
  readonly operations: readonly string[];
  /** Those of the operations that are sent with a body. */
  readonly withBody: readonly string[];
}

/**
 * Compiles one validator for the arguments of each operation. The code needs nothing but `repetitions.js`, and makes no
 * function from a text when it runs.
 *
 * @throws Error when the document has a rule that no message is there for.
 */
export async function compileValidators(document: Document): Promise<CompiledValidators> {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    allErrors: true,
    messages: false,
    // Shared parts become functions of their own, rather than being repeated in every operation.
    inlineRefs: false,
    code: { esm: true, source: true },
  });
  // The dialect tracks what was looked at, for keywords that no request needs, in half as much code again.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  // Extensions and annotations of OpenAPI, and where its schemas stand, of no consequence for validation.
  ajv.addVocabulary(['example', 'x-since', 'components']);
  for (const name of Object.keys(formatTexts) as (keyof typeof formatTexts)[]) {
    ajv.addFormat(name, fullFormats[name]);
  }
  adaptKeywords(ajv);
  ajv.addSchema({ components: document.components }, documentId);

  const schemas = argumentSchemas(document);
  for (const part of [schemas.parameters, schemas.operations]) {
    for (const [name, schema] of Object.entries(part)) ajv.addSchema(schema, name);
  }
  const operations = Object.keys(schemas.operations);
  const validators = standalone.default(ajv, Object.fromEntries(operations.map((id) => [id, id])));
  requireTexts(validators);
  return {
    code: await bundle(withoutSchemaPaths(validators)),
    operations,
    withBody: operations.filter((id) => schemas.operations[id]?.required.includes('body')),
  };
}

/** Every rule that can be broken needs a text that says what to do. */
function requireTexts(code: string): void {
  const rules = new Set([...code.matchAll(/keyword:"([^"]+)"/g)].map(([, rule = '']) => rule));
  for (const rule of rules) {
    if (!(schemaRules as readonly string[]).includes(rule)) {
      throw new Error(`no message for the keyword ${rule}: add it to schema-rules.ts and messages.ts in src/checks`);
    }
  }
  const patterns = [...code.matchAll(/params:\{pattern: ("(?:[^"\\]|\\.)*")\}/g)];
  for (const [, pattern = ''] of patterns) {
    const source = JSON.parse(pattern) as string;
    if (!Object.hasOwn(patternTexts, source)) {
      throw new Error(`no words for the pattern ${source}: add them to src/checks/pattern-texts.ts`);
    }
  }
  if (rules.size === 0 || patterns.length === 0) throw new Error('Ajv writes its errors in another way than is read');
}

/** Leaves out where in the schema a broken rule stands, which nobody is told. */
function withoutSchemaPaths(code: string): string {
  return code.replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '');
}

/** Puts Ajv's own small functions into the module. */
async function bundle(code: string): Promise<string> {
  const repetitions = '../checks/repetitions.js';
  const { outputFiles } = await build({
    stdin: {
      contents: `import { repeatedItems } from '${repetitions}';\n${code}`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    external: [repetitions],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
