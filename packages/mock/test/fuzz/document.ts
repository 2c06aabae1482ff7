import { document, errors } from '@vpcep/openapi/documents';
import { type DescribedParameter, operationsOf, type Schema } from '@vpcep/openapi/reader';
import { placesOf } from '../documented-rules.js';
import { type Breach, breachesOf } from './rules.js';

/** What the document says about an operation. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: readonly DescribedParameter[];
  body?: Schema;
  examples: unknown[];
  responses: number[];
  codes: string[];
  /** Those of the codes that say that a request breaks the document, and nothing about what there is. */
  codesOfRules: string[];
  needsCredentials: boolean;
  /** What the document's own rules have against a request that its schemas allow. */
  breaches(args: { query: unknown; body: unknown }): Breach[];
}

/** The code of a request that the document does not allow, where it names no other. */
export const generalCode = errors.find(({ kind }) => kind === 'request')?.code ?? '';

/** The status of every error of the service, by its code. */
export const statusOf = new Map(errors.map(({ code, status }) => [code, status]));

export const operations: Operation[] = operationsOf(document).map((described) => {
  const { operationId, method, path, operation, parameters, requestBody, responses } = described;
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    ...(requestBody?.json === undefined ? {} : { body: requestBody.json.schema }),
    examples: [...(requestBody?.json?.examples.values() ?? [])],
    responses: responses.map(({ status }) => Number(status)),
    codes: operation['x-error-codes'] ?? [],
    codesOfRules: [
      generalCode,
      ...placesOf(described).flatMap(({ schema }) => (schema['x-rules'] ?? []).map(({ code }) => code)),
    ],
    needsCredentials: operation.security === undefined,
    breaches: (args) => breachesOf(described, args),
  };
});
