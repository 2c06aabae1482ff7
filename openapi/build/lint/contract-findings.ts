import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { type CataloguedError, isOfGateway } from '../../src/catalogued-error.js';
import { type Document, type DocumentRule, operationsOf, resolve, type Schema } from '../../src/reader.js';
import { requestSchemas } from '../request-schemas.js';

/** The error catalogue as it stands in errors.yaml. */
export interface ErrorCatalogue {
  aliases: Record<string, string>;
  categories: Record<string, unknown>;
  codes: CataloguedError[];
}

/**
 * What the requests and the error catalogue do not say well enough, one line for each: rules about members that are not
 * there, codes that an operation or the catalogue does not have, patterns without words.
 */
export function contractFindings(document: Document, catalogue: ErrorCatalogue): string[] {
  const codes = new Map(catalogue.codes.map((entry) => [entry.code, entry]));
  return operationsOf(document).flatMap((operation) => {
    const known = new Set(operation.operation['x-error-codes']);
    return requestSchemas(document, operation).flatMap(({ schema, place, pointer }) => {
      const about = (field: string, code: string): string[] => {
        const { fields = [], kind } = codes.get(code) ?? {};
        return [
          ...(known.has(code) ? [] : [`x-error-codes of ${operation.operationId} does not have ${code}`]),
          ...(kind === 'request' || fields.includes(field)
            ? []
            : [`the fields of ${code} in errors.yaml lack ${field}`]),
        ];
      };
      const own = schema['x-error-code'] ?? {};
      const problems = [
        ...(schema['x-rules'] ?? []).flatMap((rule) => ruleFindings(document, schema, place, rule, about)),
        ...(typeof own === 'string' ? [own] : Object.values(own)).flatMap((code) => about(lastName(place), code)),
        ...(('pattern' in schema || 'format' in schema) && schema['x-message'] === undefined
          ? ['its pattern or format has no x-message']
          : []),
      ];
      return problems.map((problem) => `${pointer}: ${problem}`);
    });
  });
}

/** What errors.yaml lacks by its JSON Schema, by its own names, and by the fields that requests have. */
export function catalogueFindings(document: Document, catalogue: ErrorCatalogue, schema: SchemaObject): string[] {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  if (!validate(catalogue)) {
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `errors.yaml${instancePath} ${message}`);
  }
  const fields = new Set(
    operationsOf(document).flatMap((operation) => [
      ...operation.parameters.map(({ name }) => name),
      ...requestSchemas(document, operation).map(({ place }) => lastName(place)),
    ]),
  );
  const kinds = catalogue.codes.flatMap((error) =>
    error.kind === undefined ? [] : `${error.kind}${isOfGateway(error) ? ' of the gateway' : ''}`,
  );
  return [
    ...kinds.filter((kind, index) => kinds.indexOf(kind) < index).map((kind) => `two codes are of the kind ${kind}`),
    ...Object.entries(catalogue.aliases)
      .filter(([, beginning]) => !catalogue.codes.some(({ code }) => code.startsWith(`${beginning}.`)))
      .map(([alias, beginning]) => `${alias} stands for ${beginning}, with which no code begins`),
    ...catalogue.codes.flatMap(({ code, category, fields: own = [] }) => [
      ...(Object.hasOwn(catalogue.categories, category)
        ? []
        : [`${code} has the category ${category}, which has no name`]),
      ...own.filter((field) => !fields.has(field)).map((field) => `${code} is about ${field}, which no request has`),
    ]),
  ].map((finding) => `errors.yaml: ${finding}`);
}

function ruleFindings(
  document: Document,
  schema: Schema,
  place: readonly string[],
  rule: DocumentRule,
  about: (field: string, code: string) => string[],
): string[] {
  const missing = (object: Schema | undefined, names: readonly string[]) =>
    names
      .filter((name) => object === undefined || resolve<Schema>(document, object).properties?.[name] === undefined)
      .map((name) => `x-rules names ${name}, which is not there`);
  return [
    ...missing(schema, Object.keys(rule.when ?? {})),
    ...(rule.at ?? ['']).flatMap((at) => {
      const way = at.match(/\[\]|[^.[\]]+/g) ?? [];
      const target = way.reduce<Schema | undefined>((current, segment) => {
        const resolved = current && resolve<Schema>(document, current);
        return segment === '[]' ? resolved?.items : resolved?.properties?.[segment];
      }, schema);
      if (target === undefined) return [`x-rules holds at ${at}, which is not there`];
      const whole = [...place, ...way];
      if ('uniqueBy' in rule) {
        const list = resolve<Schema>(document, target);
        return [
          ...missing(list.items, rule.uniqueBy),
          ...about(lastName(whole.filter((name) => name !== 'values')), rule.code),
        ];
      }
      if ('notWithin' in rule) return about(lastName(whole), rule.code);
      const members = 'requires' in rule ? rule.requires : 'forbids' in rule ? rule.forbids : rule.exactlyOneOf;
      const isAboutMember = 'forbids' in rule || whole.length === 1;
      return [...missing(target, members), ...about((isAboutMember ? members[0] : lastName(whole)) ?? '', rule.code)];
    }),
  ];
}

/** The name of the field that a place is in. */
const lastName = (place: readonly string[]): string => place.filter((segment) => segment !== '[]').at(-1) ?? '';
