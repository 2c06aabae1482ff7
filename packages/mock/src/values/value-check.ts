import { isIPv4, isIPv6 } from 'node:net';
import { Ajv2020, type ErrorObject, type SchemaObject } from 'ajv/dist/2020.js';
import { type LaterState, readSchemas } from '../generated/document.js';
import { shownText } from '../shown/shown-value.js';
import { ControlError } from './control-error.js';
import { type ValueRule, valueRules } from './value-rules.js';

/** How far a validator goes: to the first problem, or through all of them. */
type Extent = 'first' | 'all';

const validators = new Map<string, Ajv2020>();

/** The validator of a state of the API, made when it is first needed, since a mock that is left alone needs none. */
function validator(asOf: LaterState | undefined, extent: Extent): Ajv2020 {
  const key = `${extent} ${asOf ?? ''}`;
  const made = validators.get(key);
  if (made !== undefined) return made;
  const loaded = new Ajv2020({ strict: false, allErrors: extent === 'all', verbose: true });
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
  validators.set(key, loaded);
  return loaded;
}

function describe({ instancePath, keyword, message = '', params, schema }: ErrorObject): string {
  const where = instancePath
    .split('/')
    .slice(1)
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : `${name}.${shownText(part)}`), 'body');
  if (keyword === 'required') return `${where}.${String(params['missingProperty'])} is missing`;
  if (keyword === 'additionalProperties') {
    return `${where}.${shownText(String(params['additionalProperty']))} is not known`;
  }
  if (keyword === 'propertyNames') return `${where} may not have ${shownText(String(params['propertyName']))}`;
  if (keyword === 'enum') return `${where} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
  if (keyword === 'satisfies') return `${where} must be ${valueRules[schema as ValueRule].rule}`;
  return `${where} ${message}`;
}

/** How many values something has at most of which all problems are told. */
const fewValues = 2000;

/** Whether something has few values. It stops counting where they are many. */
function isSmall(value: unknown): boolean {
  const open = [value];
  for (let count = 0; open.length > 0; count++) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const members: unknown[] | undefined =
      Array.isArray(next) && next.length > fewValues ? undefined : Object.values(next);
    if (members === undefined || count + open.length + members.length > fewValues) return false;
    open.push(...members);
  }
  return true;
}

/** Makes a check of values against a schema, which tells what is wrong with one by throwing; by tables 1 to 7, or a later state. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- Only the caller knows the schema's type.
export function createCheck<T>(schema: SchemaObject): (value: unknown, asOf?: LaterState) => T {
  return (value, asOf) => {
    const validate = validator(asOf, 'first').compile<T>(schema);
    if (validate(value)) return value;
    let { errors } = validate;
    // A million wrong items would be a million problems.
    if (isSmall(value)) {
      const validateAll = validator(asOf, 'all').compile<T>(schema);
      validateAll(value);
      errors = validateAll.errors;
    }
    const problems = [
      // That a branch does not hold says less than why.
      ...new Set((errors ?? []).filter(({ keyword }) => keyword !== 'if').map(describe)),
    ];
    throw new ControlError(`${problems.slice(0, 10).join('; ')}${problems.length > 10 ? '; and more' : ''}.`);
  };
}
