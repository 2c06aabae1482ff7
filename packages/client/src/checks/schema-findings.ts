import { fieldsOf } from './fields.js';
import type { Finding, Path } from './problem.js';
import type { SchemaError, Validator } from './schema-rules.js';

/** What the arguments break of the document's schemas. */
export function schemaFindings(validate: Validator, args: unknown): Finding[] {
  if (validate(args)) return [];
  return (validate.errors ?? []).map((error) => toFinding(error, pathOf(error.instancePath, args)));
}

function toFinding(error: SchemaError, path: Path): Finding {
  switch (error.keyword) {
    // These two are about a member of the value, whether it is there or not.
    case 'required':
      return { path: [...path, error.params.missingProperty], rule: error.keyword, params: error.params };
    case 'additionalProperties':
      return { path: [...path, error.params.additionalProperty], rule: error.keyword, params: error.params };
    // So is this one about an item.
    case 'uniqueItems':
      return { path: [...path, error.params.index], rule: error.keyword, params: error.params };
    default:
      // The compiler does not see that the keyword and the parameters of one error belong together.
      return { path, rule: error.keyword, params: error.params } as Finding;
  }
}

/** The way that a JSON Pointer leads through the arguments. It is made of names of the API, which need no unescaping. */
function pathOf(pointer: string, args: unknown): Path {
  let value = args;
  return pointer
    .split('/')
    .slice(1)
    .map((name) => {
      const segment = Array.isArray(value) ? Number(name) : name;
      value = Array.isArray(value) ? value[Number(name)] : fieldsOf(value)[name];
      return segment;
    });
}
