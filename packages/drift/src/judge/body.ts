import type { DescribedResponse, Document } from '@vpcep/openapi/reader';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { isWord, mask, maskText } from '../mask.js';
import type { Exchange } from '../traffic/exchange.js';
import { brokenRules } from './broken-rules.js';
import { errorCodeFindings } from './error-code.js';
import type { NewFinding } from './finding.js';
import { isKnownName } from './known-names.js';
import { placeOf, placeText, valueAt } from './places.js';
import { unknownFields } from './unknown-fields.js';

/** What the document does not say of the body of an answer. */
export function bodyFindings(document: Document, { json }: DescribedResponse, exchange: Exchange): NewFinding[] {
  const { body } = exchange;
  const isKnown = isKnownName(document);
  const place = placeText([]);
  if (json === undefined) {
    return body === '' ? [] : [{ kind: 'rule', place, document: 'there is no body', example: mask(body, isKnown) }];
  }
  if (body === '') return [{ kind: 'rule', place, document: 'there is a body in JSON', example: 'nothing' }];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [{ kind: 'rule', place, document: 'the body is JSON', example: mask(body, isKnown) }];
  }
  return [
    ...mediaTypeFindings(exchange),
    ...unknownFields(document, json.schema, value).map(({ steps, value: unknown }) => ({
      kind: 'field' as const,
      place: placeText(steps),
      document: 'no such field',
      example: mask(unknown, isKnown),
    })),
    ...brokenRules(document, json.schema, value).map((error) => ruleFinding(value, error, isKnown)),
    ...errorCodeFindings(exchange.status, value),
  ];
}

/** A body that is JSON, and is said to be something else, is not read as JSON by all. */
function mediaTypeFindings({ headers }: Exchange): NewFinding[] {
  const { value = '' } = headers.find(({ name }) => name.toLowerCase() === 'content-type') ?? {};
  if (/^application\/json\s*(;|$)/i.test(value)) return [];
  const [type = ''] = value.split(';');
  return [
    {
      kind: 'header',
      place: 'header Content-Type',
      document: 'application/json',
      example: type === '' ? 'nothing' : /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : maskText(type),
    },
  ];
}

function ruleFinding(
  body: unknown,
  { keyword, instancePath, message = '', params }: ErrorObject,
  isKnown: (name: string) => boolean,
): NewFinding {
  const place = placeOf(body, instancePath, isKnown);
  const value = valueAt(body, instancePath);
  if (keyword === 'enum' || keyword === 'const') {
    const known = keyword === 'enum' ? (params['allowedValues'] as unknown[]) : [params['allowedValue']];
    // A word that takes the place of others is a word of the API. It is the whole point.
    const example = typeof value === 'string' && isWord(value) ? `"${value}"` : mask(value, isKnown);
    return {
      kind: 'value',
      place,
      document: `one of ${known.map((each) => JSON.stringify(each)).join(', ')}`,
      example,
    };
  }
  if (keyword === 'required') {
    return {
      kind: 'rule',
      place: `${place}.${String(params['missingProperty'])}`,
      document: 'is required',
      example: 'nothing',
    };
  }
  return { kind: 'rule', place, document: message, example: mask(value, isKnown) };
}
