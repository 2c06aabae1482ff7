import { isDeepStrictEqual } from 'node:util';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { document } from '@vpcep/openapi/documents';
import { type DescribedParameter, resolve, type Schema } from '@vpcep/openapi/reader';
import { generalCode, type Operation, operations } from './document.js';
import type { Wire } from './wire.js';

/** Something wrong with a request: the status that it may be refused with, and texts of which the message has one. */
export interface Flaw {
  status: number;
  names: string[];
  /** The code of the answer, when nothing else is wrong. */
  code?: string;
}

/** What the document says about a request. */
export interface Verdict {
  operation?: Operation;
  flaws: Flaw[];
}

const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats.default(ajv);
// Ajv's own throws at members that are called `toString`.
ajv.removeKeyword('uniqueItems');
ajv.addKeyword({
  keyword: 'uniqueItems',
  type: 'array',
  validate: (_: boolean, items: unknown[]) =>
    !items.some((item, index) => items.slice(0, index).some((other) => isDeepStrictEqual(item, other))),
});
ajv.addSchema({ ...document, $id: 'document' });

/** The same schema with its references into the document. */
const anchored = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'));
const compiled = new Map<Schema, ValidateFunction>();
function validator(schema: Schema): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(anchored(schema) as Schema);
  compiled.set(schema, known);
  return known;
}

/** Whether a body is an error response in the API's shape. */
export const isErrorBody = ajv.compile<{ error_code: string; error_msg: string }>({
  $ref: 'document#/components/schemas/ErrorBody',
  required: ['error_code', 'error_msg'],
  unevaluatedProperties: false,
});

const place = (instancePath: string): string =>
  instancePath
    .split('/')
    .slice(1)
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : `${name}.${part}`), 'body');

function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const where = place(instancePath);
  const name: unknown = params[keyword === 'required' ? 'missingProperty' : 'additionalProperty'];
  return typeof name === 'string' && /^\w{1,64}$/.test(name) ? `${where}.${name}` : where;
}

const segmentsOf = (path: string): string[] => path.split('/');
const isVariable = (segment: string): boolean => segment.startsWith('{');

/** Whether a path is of the form of a template. */
function fits(template: string, path: string): boolean {
  const asked = segmentsOf(path);
  const segments = segmentsOf(template);
  return (
    asked.length === segments.length &&
    segments.every((segment, index) => isVariable(segment) || segment === asked[index])
  );
}
const variables = (template: string): number => segmentsOf(template).filter(isVariable).length;

function flawsOfParameter({ in: where, name, schema }: DescribedParameter, values: readonly string[]): Flaw[] {
  const [value] = values;
  if (value === undefined) return [];
  const isNumber = resolve(document, schema).type === 'integer';
  const fine =
    values.length === 1 &&
    (isNumber ? /^-?\d+$/.test(value) && validator(schema)(Number(value)) : validator(schema)(value));
  if (fine) return [];
  const { 'x-error-code': code = generalCode } = resolve(document, schema);
  return [{ status: 400, names: [`${where}.${name}`], ...(typeof code === 'string' ? { code } : {}) }];
}

/** The flaw of a request that its schemas allow, and the document's own rules do not. */
function flawsOfRules(operation: Operation, query: URLSearchParams, body: unknown): Flaw[] {
  const breaches = operation.breaches({ query: Object.fromEntries(query), body });
  const [code = '', ...others] = new Set(breaches.map((breach) => breach.code));
  if (breaches.length === 0) return [];
  const names = breaches.map(({ field }) => `${field} `);
  return [{ status: 400, names, code: others.length === 0 ? code : generalCode }];
}

/** What is wrong with a body by its schema, and its value if it has one. */
function readBody({ body: schema, needsBody }: Operation, wire: Wire): { flaws: Flaw[]; value?: unknown } {
  const bytes = wire.body ?? Buffer.alloc(0);
  if (bytes.length === 0) return { flaws: needsBody ? [{ status: 400, names: ['body'] }] : [] };
  if (bytes.length > 12 * 1024 * 1024) return { flaws: [{ status: 413, names: ['12 MB'] }] };
  const type = wire.headers['Content-Type'] ?? '';
  const flaws: Flaw[] = /^application\/json\s*(;|$)/i.test(type.trim())
    ? []
    : [{ status: 415, names: ['application/json'] }];
  if (wire.headers['Content-Encoding'] !== undefined) flaws.push({ status: 415, names: ['Content-Encoding'] });
  if (type.includes('utf-16')) flaws.push({ status: 415, names: ['charset=utf-16'] });
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // JSON has no two zeros.
    value = JSON.parse(text, (_name, item: unknown) => (item === 0 ? 0 : item));
  } catch {
    return { flaws: [...flaws, { status: 400, names: ['body'] }] };
  }
  if (levels(text) > 100) return { flaws: [...flaws, { status: 400, names: ['100 levels'] }] };
  const isFalsy = [null, false, 0, ''].some((other) => other === value);
  if (schema === undefined) return { flaws: [...flaws, { status: 400, names: ['body'] }] };
  const validate = validator(schema);
  if (validate(value)) return { flaws, value };
  const names = [...(validate.errors ?? []).map(fieldOf), ...(isFalsy ? ['body'] : [])];
  return { flaws: [...flaws, { status: 400, names }] };
}

/** How deep lists and objects are inside each other in a JSON text. */
function levels(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').matchAll(/[[{\]}]/g)) {
    depth += '[{'.includes(bracket) ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Judges a request by the document alone. */
export function judge(wire: Wire): Verdict {
  const [path = '', search = ''] = wire.target.split('?', 2);
  try {
    decodeURIComponent(path);
  } catch {
    return { flaws: [{ status: 400, names: ['percent-encoding'] }] };
  }
  const fitting = operations
    .filter((operation) => fits(operation.path, path))
    .sort((a, b) => variables(a.path) - variables(b.path));
  const sought = wire.method === 'HEAD' ? 'GET' : wire.method;
  const operation = fitting.find(({ method }) => method === sought);
  if (operation === undefined) {
    return { flaws: [{ status: fitting.length === 0 ? 404 : 405, names: ['does not exist'] }] };
  }
  const { flaws, value: body } = readBody(operation, wire);
  const query = new URLSearchParams(search);
  const template = segmentsOf(operation.path);
  for (const parameter of operation.parameters) {
    const values =
      parameter.in === 'query'
        ? query.getAll(parameter.name)
        : [decodeURIComponent(segmentsOf(path)[template.indexOf(`{${parameter.name}}`)] ?? '')];
    flaws.push(...flawsOfParameter(parameter, values));
  }
  if (flaws.length === 0) flaws.push(...flawsOfRules(operation, query, body));
  const sent = (name: string) => (wire.headers[name] ?? '').trim() !== '';
  if (operation.needsCredentials && !sent('X-Auth-Token') && !sent('Authorization')) {
    flaws.push({ status: 401, names: ['X-Auth-Token'] });
  }
  if (/^(code|example|dynamic)(=|$)/.test(wire.headers['Prefer'] ?? ''))
    flaws.push({ status: 400, names: ['header.Prefer'] });
  return { operation, flaws };
}
