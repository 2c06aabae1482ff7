import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { type Document, DocumentError, operationsOf, pointerTo } from '@vpcep/openapi/reader';
import { hasWords } from '@vpcep/rules';
import { withoutAnnotations } from './annotations.js';
import { argumentSchemas, documentId } from './argument-schemas.js';
import { adaptKeywords } from './keywords.js';
import { withOneList } from './one-list.js';
import { schemasByState } from './states.js';

/** What is compiled from a document. */
export interface CompiledValidators {
  /** A module of JavaScript that exports a validator by the name of each operation. */
  readonly code: string;
  readonly operations: readonly string[];
  /** Those of the operations that are sent with a body, or may be. */
  readonly withBody: readonly string[];
}

/**
 * Compiles one validator for the arguments of each operation. The code needs nothing but `@vpcep/rules`, and makes no
 * function from a text when it runs.
 *
 * @param document with messages in all languages
 * @param laterDocuments the document in later states of the API, by the state
 * @throws DocumentError when the document has a rule that there are no words for, or that Ajv does not know.
 */
export async function compileValidators(
  document: Document,
  laterDocuments: Readonly<Record<string, Document>> = {},
): Promise<CompiledValidators> {
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
  // What is said of patterns and formats, and where the document's schemas stand.
  ajv.addVocabulary(['x-message', 'components']);
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format);
  adaptKeywords(ajv);
  ajv.addSchema({ components: { schemas: schemasByState(document, laterDocuments) } }, documentId);

  const schemas = argumentSchemas(document);
  for (const part of [schemas.parameters, schemas.operations]) {
    for (const [name, schema] of Object.entries(part)) ajv.addSchema(withoutAnnotations(schema), name);
  }
  for (const described of operationsOf(document)) {
    try {
      ajv.getSchema(described.operationId);
    } catch (error) {
      throw new DocumentError(described, `has arguments that Ajv cannot check: ${String(error)}`);
    }
  }
  const operations = Object.keys(schemas.operations);
  const validators = standalone.default(ajv, Object.fromEntries(operations.map((id) => [id, id])));
  requireWords(document, validators);
  return {
    code: await bundle(withOneList(validators)),
    operations,
    withBody: operations.filter((id) => schemas.operations[id]?.properties?.['body'] !== undefined),
  };
}

/** Every rule that can be broken needs words that say what to do. */
function requireWords(document: Document, code: string): void {
  const rules = new Set([...code.matchAll(/keyword:"([^"]+)"/g)].map(([, rule = '']) => rule));
  if (rules.size === 0) throw new Error('Ajv writes its errors in another way than is read');
  for (const rule of rules) {
    if (hasWords(rule)) continue;
    const problem = `there are no words for the keyword ${rule}; add them to packages/rules/src/messages.ts`;
    throw new DocumentError({ pointer: placeOf(document, rule) }, problem);
  }
  const wordless = /keyword:"(pattern|format)",params:\{\1:("(?:[^"\\]|\\.)*")\}/g;
  for (const [, keyword = '', literal = ''] of code.matchAll(wordless)) {
    const pointer = placeOf(document, keyword, JSON.parse(literal));
    throw new DocumentError({ pointer }, `there is no x-message beside the ${keyword}`);
  }
}

/** Where a keyword stands in the document, with this value if one is given: the first such place. */
function placeOf(document: Document, keyword: string, value?: unknown): string {
  const search = (node: unknown, pointer: string): string | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    for (const [name, member] of Object.entries(node) as [string, unknown][]) {
      const place = pointerTo(pointer, name);
      if (name === keyword && (value === undefined || member === value)) return place;
      const found = search(member, place);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(document, '#') ?? '#';
}

/** Puts Ajv's own small functions into the module. */
async function bundle(code: string): Promise<string> {
  const rules = '@vpcep/rules';
  const { outputFiles } = await build({
    stdin: {
      contents: `import { repeatedItems } from '${rules}';\n${code}`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    external: [rules],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
