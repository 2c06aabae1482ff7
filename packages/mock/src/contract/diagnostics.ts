import type { Path, SchemaRuleParams } from '@vpcep/rules';
import type { JSONSchema7, JSONSchema7Definition } from 'json-schema';
import type { Diagnostic } from './validation.js';

/** What a keyword of JSON Schema asked for, without the place. */
type SchemaFinding = {
  [Rule in keyof SchemaRuleParams]: { readonly rule: Rule; readonly params: SchemaRuleParams[Rule] };
}[keyof SchemaRuleParams];

/** A diagnostic, read for what it is about. */
export interface ReadDiagnostic {
  /** The value that is wrong. */
  readonly path: Path;
  /** The value whose schema says so: that a member is missing is said of the object. */
  readonly place: Path;
  readonly keyword: string;
  /** Undefined when the keyword is none that has words of ours; then `text` is all there is. */
  readonly finding: SchemaFinding | undefined;
  readonly text: string;
}

/**
 * Reads a diagnostic, which names a place and a keyword, and says the rest in a sentence.
 *
 * @param root the schema of what the diagnostic's path leads through
 */
export function readDiagnostic({ path = [], code, message }: Diagnostic, root: JSONSchema7): ReadDiagnostic {
  const place: Path = path.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
  const text = message.replace(/^Re(quest|sponse) (body|query|path|header)? ?((property|parameter) \S+ )?/, '');
  const required = (name: string): ReadDiagnostic => ({
    path: [...place, name],
    place,
    keyword: 'required',
    finding: { rule: 'required', params: { missingProperty: name } },
    text,
  });
  if (message === 'Body parameter is required') return required('body');
  const [, missing] = /^must have required property '(.+)'$/.exec(text) ?? [];
  if (missing !== undefined) return required(missing);
  const [, unknown] = /additional properties; found '(.+)'$/s.exec(text) ?? [];
  if (unknown !== undefined) {
    const finding = { rule: 'additionalProperties', params: { additionalProperty: unknown } } as const;
    return { path: [...place, unknown], place, keyword: finding.rule, finding, text };
  }
  const keyword = String(code ?? '');
  return { path: place, place, keyword, finding: findingOf(keyword, schemaAt(root, place)), text };
}

/** What a keyword asks for at a schema. */
function findingOf(keyword: string, schema: JSONSchema7 & { 'x-message'?: string }): SchemaFinding | undefined {
  const { type, enum: allowedValues, pattern, format, 'x-message': words } = schema;
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, minProperties } = schema;
  // The mock answers in English.
  const message = words === undefined ? {} : { message: { en: words, 'zh-CN': words } };
  switch (keyword) {
    case 'type':
      return type === undefined ? undefined : { rule: keyword, params: { type } };
    case 'enum':
      return allowedValues && { rule: keyword, params: { allowedValues } };
    case 'pattern':
      return pattern === undefined ? undefined : { rule: keyword, params: { pattern, ...message } };
    case 'format':
      return format === undefined ? undefined : { rule: keyword, params: { format, ...message } };
    case 'not':
      return { rule: keyword, params: message };
    case 'minimum':
      return minimum === undefined ? undefined : { rule: keyword, params: { minimum, ...defined({ maximum }) } };
    case 'maximum':
      return maximum === undefined ? undefined : { rule: keyword, params: { maximum, ...defined({ minimum }) } };
    case 'minLength':
      return minLength === undefined ? undefined : { rule: keyword, params: { minLength, ...defined({ maxLength }) } };
    case 'maxLength':
      return maxLength === undefined ? undefined : { rule: keyword, params: { maxLength, ...defined({ minLength }) } };
    case 'minItems':
      return minItems === undefined ? undefined : { rule: keyword, params: { minItems, ...defined({ maxItems }) } };
    case 'maxItems':
      return maxItems === undefined ? undefined : { rule: keyword, params: { maxItems, ...defined({ minItems }) } };
    case 'minProperties':
      return minProperties === undefined ? undefined : { rule: keyword, params: { minProperties } };
    default:
      return undefined;
  }
}

/** The members that are there. */
function defined<Name extends string>(members: Record<Name, number | undefined>): Partial<Record<Name, number>> {
  const given = Object.entries<number | undefined>(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Record<Name, number>>;
}

/** The schema of a value, from that of what its path leads through. */
export function schemaAt(root: JSONSchema7, path: Path): JSONSchema7 {
  return path.reduce<JSONSchema7>((schema, segment) => {
    const next: JSONSchema7Definition | JSONSchema7Definition[] | undefined =
      typeof segment === 'number' ? schema.items : schema.properties?.[segment];
    return typeof next === 'object' && !Array.isArray(next) ? next : {};
  }, root);
}
