import { isIPv4, isIPv6 } from 'node:net';
import { Ajv2020, type ErrorObject, type SchemaObject } from 'ajv/dist/2020.js';
import { type LaterState, readSchemas } from '../generated/document.js';
import { type ValueRule, valueRules } from './value-rules.js';

const validators = new Map<LaterState | undefined, Ajv2020>();

/** The validator of a state of the API, made when it is first needed, since a mock that is left alone needs none. */
function validator(asOf: LaterState | undefined): Ajv2020 {
  const made = validators.get(asOf);
  if (made !== undefined) return made;
  const loaded = new Ajv2020({ strict: false, allErrors: true, verbose: true });
  loaded.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  loaded.addFormat('ipv4', isIPv4);
  loaded.addFormat('ipv6', isIPv6);
  loaded.addFormat('int64', true);
  loaded.addKeyword({
    keyword: 'satisfies',
    schemaType: 'string',
    validate: (rule: ValueRule, value: unknown) => valueRules[rule].holds(value),
  });
  loaded.addSchema({ $id: 'document', components: { schemas: readSchemas(asOf) } });
  validators.set(asOf, loaded);
  return loaded;
}

function describe({ instancePath, keyword, message = '', params, schema }: ErrorObject): string {
  const where = instancePath
    .split('/')
    .slice(1)
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : `${name}.${part}`), 'body');
  if (keyword === 'required') return `${where}.${String(params['missingProperty'])} is missing`;
  if (keyword === 'additionalProperties') return `${where}.${String(params['additionalProperty'])} is not known`;
  if (keyword === 'enum') return `${where} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
  if (keyword === 'satisfies') return `${where} must be ${valueRules[schema as ValueRule].rule}`;
  return `${where} ${message}`;
}

/** A body of a control route that cannot be used. The message says what is wrong, and where. */
export class ControlError extends Error {
  override name = 'ControlError';
}

/** Makes a check of values against a schema, which tells what is wrong with one by throwing; by tables 1 to 7, or a later state. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Only the caller knows the schema's type.
export function createCheck<T>(schema: SchemaObject): (value: unknown, asOf?: LaterState) => T {
  return (value, asOf) => {
    const validate = validator(asOf).compile<T>(schema);
    if (validate(value)) return value;
    const problems = [
      // That a branch does not hold says less than why.
      ...new Set((validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(describe)),
    ];
    throw new ControlError(`${problems.slice(0, 10).join('; ')}${problems.length > 10 ? '; and more' : ''}.`);
  };
}
