import { type Document, operationsOf, pointerTo, required, resolve, type Schema } from '@vpcep/openapi/reader';
import { wantedConditionalDefaults, wantedDefaults, wantedParameters } from '../src/document/wanted-values.js';

/**
 * The values of the document that the console depends on.
 *
 * @throws DocumentError that names the place where the document has none.
 */
export function schemaValues(document: Document) {
  return {
    parameters: mapped(wantedParameters, parametersOf),
    defaults: mapped(wantedDefaults, keywordOf('default')),
    conditionalDefaults: mapped(wantedConditionalDefaults, keywordOf('x-conditional-default')),
  };

  function parametersOf(operationId: string, wanted: Readonly<Record<string, readonly (keyof Schema)[]>>) {
    const found = operationsOf(document).find((operation) => operation.operationId === operationId);
    const { pointer, parameters } = required(found, { pointer: '#/paths' }, `operation ${operationId}`);
    return mapped(wanted, (name, keywords) => {
      const given = parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
      const parameter = required(given, { pointer, operationId }, `parameter ${name}`);
      const schema = resolve<Schema>(document, parameter.schema);
      const place = { pointer: pointerTo(parameter.pointer, 'schema'), operationId };
      return Object.fromEntries(keywords.map((keyword) => [keyword, required(schema[keyword], place, keyword)]));
    });
  }

  function keywordOf(keyword: keyof Schema) {
    return (name: string, fields: readonly string[]) => {
      const pointer = pointerTo('#', 'components', 'schemas', name);
      const { properties = {} } = required(document.components.schemas[name], { pointer }, 'schema');
      return Object.fromEntries(
        fields.map((field) => {
          const place = { pointer: pointerTo(pointer, 'properties', field) };
          const schema = resolve<Schema>(document, required(properties[field], place, 'schema'));
          return [field, required(schema[keyword], place, keyword)];
        }),
      );
    };
  }
}

const mapped = <Value, Result>(values: Readonly<Record<string, Value>>, map: (name: string, value: Value) => Result) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(name, value)]));
