import oas3 from '@stoplight/http-spec/oas3/operation';
import type { IHttpOperation } from '@stoplight/types';
import { checkDocument } from './check-document.js';
import { define } from './definitions.js';
import { type DescribedOperation, plainOperation } from './described-operation.js';
import type { LinkedDocument } from './read-document.js';
import { mapSchemas, schemasOf } from './operation-schemas.js';
import { type Recursion, recursionOf } from './recursion.js';
import type { Validators } from './validators.js';

/** Reads the operations of a document, or says what is wrong with it. */
export function readOperations(
  document: LinkedDocument,
  { problemOf }: Pick<Validators, 'problemOf'>,
): DescribedOperation[] | { problems: string[] } {
  const found = checkDocument(document);
  if ('problems' in found) return found;
  const operations = oas3.transformOas3Operations(found.root);
  const schemas = operations.flatMap((operation) => schemasOf(operation));
  const recursion = recursionOf(schemas.map(({ schema }) => schema));
  const problems = schemas.flatMap(({ schema, name }) => {
    const form = recursion.finite(schema);
    return typeof form === 'string' ? [`${name} ${form}`] : [];
  });
  if (problems.length > 0) return { problems };
  const described = recursion.isAny
    ? operations.map((operation) => describe(operation, recursion))
    : operations.map(plainOperation);
  // Most answers share a few schemas, of which each operation has copies. To compile one takes longer than to compare it.
  const tried = new Set<string>();
  for (const { checked } of described) {
    for (const { schema, name } of schemasOf(checked)) {
      const text = JSON.stringify(schema, (key, value: unknown) => (key === 'x-stoplight' ? undefined : value));
      if (tried.has(text)) continue;
      tried.add(text);
      const problem = problemOf(schema);
      if (problem !== undefined) problems.push(`${name} cannot be used: ${problem}`);
    }
  }
  return problems.length > 0 ? { problems } : described;
}

/** The forms of an operation some of whose schemas may hold themselves. */
function describe(whole: IHttpOperation, { closed, definitions, finite }: Recursion): DescribedOperation {
  const checked = mapSchemas(whole, (schema) => {
    const form = closed(schema);
    define(form, definitions);
    return form;
  });
  return {
    whole,
    checked,
    definitions,
    finite: mapSchemas(whole, (schema) => {
      const form = finite(schema);
      if (typeof form === 'string') throw new Error(`a schema ${form}`);
      return form;
    }),
  };
}
