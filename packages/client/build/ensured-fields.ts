import { type DescribedOperation, DocumentError, required, resolve, type Schema } from '@vpcep/openapi/reader';

/** What there is to know of a field that a resource is created with, to make it as wanted later. */
interface EnsuredField {
  /** What values are, as `checkKind` says it. */
  kind: string;
  /** What items of a list are. */
  itemKind: string | undefined;
  /** By which members the items of a list are told apart, none of which may come twice; by all of them, when it is empty. */
  uniqueBy: readonly string[] | undefined;
  /** The operation that changes it; undefined when it stays as it was created. */
  changedBy: string | undefined;
  /** The field of the resource that shows it, where that has another name. */
  shownAs: string | undefined;
  /** What it is when the resource does not show it. */
  default: unknown;
  /** What members of its items are when they are left out. */
  itemDefaults: Record<string, unknown> | undefined;
  /** Whether resources have ceased to show it, so that nothing can be said of one that does not. */
  deprecated: true | undefined;
}

/** The generated module: the tables of both kinds of resources, and how full names are put together. */
export function ensuredFieldsModule(document: object, operations: readonly DescribedOperation[]): string {
  const created = { endpointServiceFields: 'createEndpointService', endpointFields: 'createEndpoint' };
  const tables = Object.entries(created).map(([name, createdBy]) => {
    const fields = ensuredFields(document, operations, createdBy);
    return `export const ${name} = ${JSON.stringify(fields, undefined, 2)} as const;\n`;
  });
  const fullName = JSON.stringify(fullNameOf(document, operations, created.endpointServiceFields));
  return `/*
 * What there is to know of the fields that resources are created with: their kind; by what items of sets are told apart; the
 * operation that changes each, if any does; the field of the resource that shows it, where that is called otherwise; and
 * what left out means.
 */
${tables.join('')}
/** What stands between the region, the name that its owner gave a service, and its ID in the full name. */
export const fullServiceName = ${fullName} as const;
`;
}

/** What resources show under another name. The document has both fields, and says in words that they are one. */
const shownUnderAnotherName: Partial<Record<string, string>> = { port_ip: 'ip' };

/**
 * The fields that an operation creates a resource with, by their names: how each is shown, and which operation changes it. A
 * deprecated field that no resource shows is left out: it is an older name of another.
 *
 * @throws DocumentError when a field is not shown, or when several operations change it.
 */
export function ensuredFields(
  document: object,
  operations: readonly DescribedOperation[],
  createdBy: string,
): Record<string, EnsuredField> {
  const { creation, ofResource } = resourceOf(operations, createdBy);
  const shown = propertiesOf(document, ofResource.find(({ method }) => method === 'get')?.success?.json?.schema);
  const changes = [...ofResource.filter(({ method }) => method === 'put'), tagging(document, operations)];
  return Object.fromEntries(
    Object.entries(propertiesOf(document, creation.requestBody?.json?.schema)).flatMap(([name, schema]) => {
      const shownAs = shownUnderAnotherName[name];
      const result = shown[shownAs ?? name];
      if (result === undefined && schema.deprecated === true) return [];
      if (result === undefined) throw new DocumentError(creation, `${name} is not shown by what it creates`);
      const [change, ...others] = changes.filter(
        (operation) => name in propertiesOf(document, operation.requestBody?.json?.schema),
      );
      if (others.length > 0) throw new DocumentError(creation, `${name} is changed by several operations`);
      const items = schema.items && resolve(document, schema.items);
      const field: EnsuredField = {
        kind: kindOf(creation, name, schema),
        itemKind: items && kindOf(creation, name, items),
        uniqueBy: identityOfItems(schema),
        changedBy: change?.operationId,
        shownAs,
        default: result.default,
        itemDefaults: defaultsOf(document, result.items),
        deprecated: result.deprecated === true ? true : undefined,
      };
      return [[name, field]];
    }),
  );
}

/** How the full name of a service is put together, by the description of the name that its owner gives. */
export function fullNameOf(document: object, operations: readonly DescribedOperation[], createdBy: string) {
  const { creation } = resourceOf(operations, createdBy);
  const { description } = propertiesOf(document, creation.requestBody?.json?.schema)['service_name'] ?? {};
  const [, afterRegion, beforeId] =
    /`\{region\}([^\w`]+)\{name\}([^\w`]+)\{id\}`/.exec(required(description, creation, 'service_name')) ?? [];
  if (afterRegion === undefined || beforeId === undefined) {
    throw new DocumentError(creation, 'does not say how service_name becomes a part of the full name');
  }
  return { afterRegion, beforeId };
}

/** The operation that creates a kind of resource, and those whose path goes on with the ID of one. */
function resourceOf(operations: readonly DescribedOperation[], createdBy: string) {
  const creation = operations.find(({ operationId }) => operationId === createdBy);
  if (creation === undefined) throw new Error(`the document has no operation ${createdBy}`);
  const ofResource = operations.filter(({ path }) => path.startsWith(`${creation.path}/{`));
  // Its own operations before those of its parts.
  return { creation, ofResource: [...ofResource].sort((a, b) => a.path.length - b.path.length) };
}

/** The operation that changes the tags of any resource. */
function tagging(document: object, operations: readonly DescribedOperation[]): DescribedOperation {
  const [found, ...others] = operations.filter(
    ({ path, requestBody }) =>
      path.includes('{resource_type}/{resource_id}') && 'tags' in propertiesOf(document, requestBody?.json?.schema),
  );
  if (found === undefined || others.length > 0) throw new Error('the document has not one operation that changes tags');
  return found;
}

/** How `checkKind` calls the types of the document. */
const kinds: Partial<Record<string, string>> = {
  array: 'Array',
  boolean: 'boolean',
  integer: 'number',
  object: 'Object',
  string: 'string',
};

function kindOf(creation: DescribedOperation, name: string, { type }: Schema): string {
  return required(typeof type === 'string' ? kinds[type] : undefined, creation, `one type for ${name}`);
}

function identityOfItems({ uniqueItems, 'x-rules': rules = [] }: Schema): readonly string[] | undefined {
  for (const rule of rules) if ('uniqueBy' in rule) return rule.uniqueBy;
  return uniqueItems ? [] : undefined;
}

function defaultsOf(document: object, items: Schema | undefined): Record<string, unknown> | undefined {
  const defaults = Object.entries(propertiesOf(document, items)).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default] as const],
  );
  return defaults.length === 0 ? undefined : Object.fromEntries(defaults);
}

function propertiesOf(document: object, schema: Schema = {}): Record<string, Schema> {
  const { properties = {}, allOf = [] } = resolve(document, schema);
  const inherited = allOf.flatMap((part) => Object.entries(propertiesOf(document, part)));
  const own = Object.entries(properties).map(([name, property]) => [name, resolve(document, property)] as const);
  return Object.fromEntries([...inherited, ...own]);
}
