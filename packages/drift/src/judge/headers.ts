import {
  resolve,
  type DescribedResponse,
  type Document,
  type Header,
  type Reference,
  type Response,
  type Schema,
} from '@vpcep/openapi/reader';
import { isWord, maskText } from '../mask.js';
import type { Exchange } from '../traffic/exchange.js';
import { brokenRules } from './broken-rules.js';
import type { NewFinding } from './finding.js';
import { isStandardHeader } from './standard-headers.js';

/** What the document does not say of the headers of an answer. */
export function headerFindings(
  document: Document,
  { response }: DescribedResponse,
  { headers }: Exchange,
): NewFinding[] {
  const described = [...Object.entries(response.headers ?? {}), ...sharedHeaders(document)];
  return headers.flatMap(({ name, value }): NewFinding[] => {
    const place = `header ${isWord(name) ? name : maskText(name)}`;
    const example = `"${maskText(value)}"`;
    const [, known] = described.find(([other]) => other.toLowerCase() === name.toLowerCase()) ?? [];
    if (known === undefined) {
      return isStandardHeader(name) ? [] : [{ kind: 'header', place, document: 'no such header', example }];
    }
    const { schema } = resolve<Header>(document, known);
    return schema === undefined
      ? []
      : brokenRules(document, schema, readAs(resolve<Schema>(document, schema), value)).map(({ message = '' }) => ({
          kind: 'rule',
          place,
          document: message,
          example,
        }));
  });
}

/**
 * What the shared failures have, such as the ID of the request: the gateway sends it with every answer, and the document does
 * not repeat it beside each result.
 */
const sharedHeaders = (document: Document): [string, Header | Reference][] =>
  Object.values(document.components.responses ?? {}).flatMap((response) =>
    Object.entries(resolve<Response>(document, response).headers ?? {}),
  );

/** The value of a header as its schema means it: every header is a text. */
const readAs = ({ type }: Schema, value: string): unknown =>
  (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
