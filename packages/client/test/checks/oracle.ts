import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { document } from '@vpcep/openapi/documents';
import type { Arguments, DescribedOperation } from './examples.js';

/** Ajv as it comes, on the document's schemas as they stand: it shares with the checks neither keywords nor the way in. */
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'document');

const compiled = new Map<object, ValidateFunction>();
function isValid(schema: object, value: unknown): boolean {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/');
  const validate = compiled.get(schema) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(schema, validate);
  return validate(value);
}

/** Whether the arguments keep the schemas of the document. */
export function keepsSchemas(operation: DescribedOperation, args: Arguments): boolean {
  return (
    (['path', 'query'] as const).every((where) => {
      const parameters = operation.parameters.filter((parameter) => parameter.in === where);
      const names = new Set(parameters.map(({ name }) => name));
      return (
        Object.keys(args[where]).every((name) => names.has(name)) &&
        parameters.every(({ name, required = false, schema }) =>
          Object.hasOwn(args[where], name)
            ? isValid(schema, args[where][name])
            : // The client fills in the project.
              !required || name === 'project_id',
        )
      );
    }) &&
    (operation.bodySchema === undefined
      ? !Object.hasOwn(args, 'body')
      : Object.hasOwn(args, 'body')
        ? isValid(operation.bodySchema, args.body)
        : !operation.needsBody)
  );
}
