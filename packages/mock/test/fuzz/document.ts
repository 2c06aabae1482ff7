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
  needsBody: boolean;
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

/** The operations of which the mock refuses more than the document does, with that code, by decisions of its own. */
const decidedByTheMock = [
  'updateEndpointServiceName',
  'upgradeEndpointService',
  'addEndpointServiceServerResource',
  'upgradeEndpoint',
];

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
    needsBody: requestBody?.required === true,
    examples: [...(requestBody?.json?.examples.values() ?? [])],
    responses: responses.map(({ status }) => Number(status)),
    codes: operation['x-error-codes'] ?? [],
    codesOfRules: [
      ...(decidedByTheMock.includes(operationId) ? [] : [generalCode]),
      ...placesOf(described).flatMap(({ schema }) => (schema['x-rules'] ?? []).map(({ code }) => code)),
    ],
    needsCredentials: operation.security === undefined,
    breaches: (args) => breachesOf(described, args),
  };
});
